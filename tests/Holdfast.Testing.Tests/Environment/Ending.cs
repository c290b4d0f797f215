namespace Holdfast.Testing.Tests;

public sealed class Ending : ShopTest
{
    [Fact]
    public async Task Who_waits_is_told()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        var result = handle.ResultAsync();
        await Environment.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => result);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => handle.DescribeAsync());
        Assert.Throws<ObjectDisposedException>(() => { _ = Environment.AdvanceAsync(TimeSpan.Zero); });
    }

    [Fact]
    public async Task An_attempt_that_never_ends_does_not_hold_it()
    {
        await Client.StartWorkflowAsync(() => Flows.WaitForBankAsync());
        await Payments.BankAsked.Task;
        await Environment.DisposeAsync();
    }

    [Fact]
    public async Task It_ends_once()
    {
        await Environment.DisposeAsync();
        await Environment.DisposeAsync();
    }
}
