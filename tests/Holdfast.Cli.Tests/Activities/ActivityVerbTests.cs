using Holdfast.Cli.Tests.Runs;

namespace Holdfast.Cli.Tests.Activities;

public sealed class ActivityVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Activities_are_started_shown_listed_counted_and_deleted()
    {
        using var host = await TallyHost.StartAsync(Data);

        Assert.StartsWith("Started sum", await Typed.DoneAsync("activity", "start", "Add", "3", "4", "--id", "sum", "--data", Data), StringComparison.Ordinal);
        Assert.Equal("7", await Typed.DoneAsync("activity", "result", "sum", "--data", Data));
        Assert.Contains("Completed", await Typed.DoneAsync("activity", "describe", "sum", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("sum", await Typed.DoneAsync("activity", "list", "--filter", "ActivityType = 'Add'", "--data", Data), StringComparison.Ordinal);
        Assert.Equal("1", await Typed.DoneAsync("activity", "count", "--filter", "ExecutionStatus = 'Completed'", "--data", Data));
        Assert.Equal("No runs.", await Typed.DoneAsync("run", "list", "--data", Data));
        await Typed.DoneAsync("activity", "delete", "sum", "--data", Data);

        Assert.Equal("No activities.", await Typed.DoneAsync("activity", "list", "--data", Data));
        await host.StopAsync();
    }

    [Fact]
    public async Task Activities_at_rest_are_started_paused_changed_canceled_and_terminated()
    {
        using (var host = await TallyHost.StartAsync(Data))
        {
            await host.StopAsync();
        }

        foreach (var id in new[] { "a", "b" })
        {
            await Typed.DoneAsync("activity", "start", "Add", "1", "1", "--id", id, "--data", Data);
        }

        await Typed.DoneAsync("activity", "start", "Add", "1", "1", "--id", "c", "--data", Data);
        await Typed.DoneAsync("activity", "pause", "c", "--reason", "down", "--data", Data);
        await Typed.DoneAsync("activity", "update-options", "c", "--maximum-attempts", "7", "--heartbeat-timeout", "00:00:09", "--data", Data);
        Assert.Contains("down", await Typed.DoneAsync("activity", "describe", "c", "--data", Data), StringComparison.Ordinal);
        await Typed.DoneAsync("activity", "reset", "c", "--keep-paused", "--restore", "--data", Data);
        Assert.Contains("Paused", await Typed.DoneAsync("activity", "describe", "c", "--data", Data), StringComparison.Ordinal);
        await Typed.DoneAsync("activity", "unpause", "c", "--jitter", "00:00:01", "--reset-attempts", "--data", Data);
        Assert.Contains("Scheduled", await Typed.DoneAsync("activity", "describe", "c", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("HF1000", (await Typed.RunAsync("activity", "update-options", "c", "--data", Data)).Error, StringComparison.Ordinal);
        await Typed.DoneAsync("activity", "cancel", "a", "--reason", "enough", "--data", Data);
        await Typed.DoneAsync("activity", "terminate", "b", "--reason", "enough", "--data", Data);

        Assert.Contains("Canceled", await Typed.DoneAsync("activity", "describe", "a", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("enough", (await Typed.RunAsync("activity", "result", "b", "--data", Data)).Error, StringComparison.Ordinal);
    }
}
