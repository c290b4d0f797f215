using Holdfast.Analyzers.CodeFixes;
using Holdfast.Analyzers.Contracts;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Holdfast.Analyzers.Tests;

public sealed class CodeFixTests
{
    [Theory]
    [InlineData("var x = DateTimeOffset.UtcNow;", "var x = Workflow.UtcNow;")]
    [InlineData("var x = DateTime.UtcNow.Day;", "var x = Workflow.UtcNow.UtcDateTime.Day;")]
    [InlineData("var x = TimeProvider.System.GetUtcNow();", "var x = Workflow.TimeProvider.GetUtcNow();")]
    [InlineData("var x = new Random().Next();", "var x = Workflow.Random.Next();")]
    [InlineData("var x = Random.Shared;", "var x = Workflow.Random;")]
    [InlineData("var x = Guid.NewGuid(); // id", "var x = Workflow.NewGuid(); // id")]
    [InlineData("Func<Guid> x = Guid.NewGuid;", "Func<Guid> x = Workflow.NewGuid;")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));", "await Workflow.DelayAsync(TimeSpan.FromSeconds(1));")]
    [InlineData("await Task.Delay(500, Workflow.CancellationToken);", "await Workflow.DelayAsync(TimeSpan.FromMilliseconds(500), Workflow.CancellationToken);")]
    [InlineData("await Task.WhenAny(new List<Task>());", "await Workflow.WhenAnyAsync(new List<Task>());")]
    public async Task The_sdk_s_own_takes_the_place_of_the_platform_s(string body, string mended) => await AssertMendedAsync(new WorkflowMemberFix(), body, mended);

    [Fact]
    public async Task ConfigureAwait_is_removed() =>
        await AssertMendedAsync(new ConfigureAwaitFix(), "await Work.DoAsync(2).ConfigureAwait(false);", "await Work.DoAsync(2);");

    [Theory]
    [InlineData("Work.DoAsync(2);", "await Work.DoAsync(2);")]
    [InlineData("var x = Work.DoAsync(2).Result;", "var x = await Work.DoAsync(2);")]
    [InlineData("var x = Work.DoAsync(2).Result.ToString();", "var x = (await Work.DoAsync(2)).ToString();")]
    [InlineData("Work.DoAsync(2).Wait();", "await Work.DoAsync(2);")]
    [InlineData("var x = Work.DoAsync(2).GetAwaiter().GetResult();", "var x = await Work.DoAsync(2);")]
    public async Task A_task_is_awaited(string body, string mended) => await AssertMendedAsync(new AwaitFix(), body, mended);

    [Theory]
    [InlineData("var x = DateTime.Now;")]
    [InlineData("var x = Stopwatch.StartNew();")]
    [InlineData("new CancellationTokenSource().CancelAfter(5);")]
    public async Task Nothing_is_offered_where_nothing_is_obvious(string body) =>
        Assert.Null(await Mending.ApplyAsync(new WorkflowMemberFix(), Sources.Workflow(body)));

    [Fact]
    public async Task Nothing_is_offered_in_a_helper_that_others_may_call() =>
        Assert.Null(await Mending.ApplyAsync(new WorkflowMemberFix(), Sources.Workflow("Clock.Read();") + " public static class Clock { public static DateTime Read() => DateTime.UtcNow; }"));

    [Fact]
    public async Task Await_is_not_offered_where_it_cannot_stand() =>
        Assert.Null(await Mending.ApplyAsync(new AwaitFix(), Sources.Workflow("Help();", "private static int Help() => Work.DoAsync(2).Result;")));

    [Theory]
    [InlineData("# top\nactivity A()\nworkflow W()\n", "patch x", "# top\nactivity A()\npatch x\nworkflow W()\n")]
    [InlineData("# top\r\nactivity A()\r\n", "activity A(optional int)", "# top\nactivity A(optional int)\n")]
    [InlineData("", "activity A()", "activity A()\n")]
    public void A_contract_is_written_at_its_place(string text, string line, string mended) =>
        Assert.Equal(mended, ContractLineFix.With(text, ContractLine.Parse(line)!));

    [Fact]
    public async Task A_missing_contract_is_added_to_the_file()
    {
        var text = await Mending.ApplyToContractsAsync("public static class A { [Activity] public static Task BAsync(int x) => Task.CompletedTask; }", "activity A()\n");
        Assert.Equal("activity A()\nactivity B(int)\n", text);
    }

    private static async Task AssertMendedAsync(CodeFixProvider fix, string body, string mended) =>
        Assert.Equal(Sources.Usings + Sources.Workflow(mended), await Mending.ApplyAsync(fix, Sources.Workflow(body)));
}
