using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class WriterThreadTests
{
    [Fact]
    public async Task Work_runs_in_order_on_one_thread_that_is_none_of_the_pool()
    {
        using WriterThread thread = new();
        List<(int Number, int Thread, bool IsPool)> ran = [];
        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Start(thread, () => ran.Add((n, Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread)))));
        Assert.Equal(Enumerable.Range(0, 100), ran.Select(r => r.Number));
        Assert.Single(ran.Select(r => r.Thread).Distinct());
        Assert.DoesNotContain(ran, r => r.IsPool);
    }

    [Fact]
    public async Task What_awaits_the_work_does_not_hold_the_thread()
    {
        using WriterThread thread = new();
        await Start(thread, () => { });
        Assert.True(Thread.CurrentThread.IsThreadPoolThread);
    }

    [Fact]
    public async Task What_was_given_is_done_before_the_thread_ends_and_what_comes_later_is_done_by_its_giver()
    {
        WriterThread thread = new();
        var done = 0;
#pragma warning disable CA2025 // what becomes of tasks when it is disposed of is what is tested
        var given = Enumerable.Range(0, 100).Select(_ => Start(thread, () => done++)).ToList();
        thread.Dispose();
        Assert.Equal(100, done);
        await Task.WhenAll(given);
        thread.Dispose();
        var late = Start(thread, () => done = Environment.CurrentManagedThreadId);
#pragma warning restore CA2025
        Assert.True(late.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, done);
    }

    private static Task Start(WriterThread thread, Action work) =>
        Task.Factory.StartNew(work, TestContext.Current.CancellationToken, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously, thread);
}
