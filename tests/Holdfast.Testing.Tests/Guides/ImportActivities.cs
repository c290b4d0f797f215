namespace Holdfast.Testing.Tests;

public sealed class ImportActivities
{
    [Activity]
    public static Task<int> ImportAsync(int rows)
    {
        var context = ActivityContext.Current;
        for (var row = context.HeartbeatDetails<int>(); row < rows; row++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            context.Heartbeat(row + 1);
            if (row == 2 && context.Info.Attempt == 1)
            {
                throw new ApplicationFailureException("the source asks to wait", "Busy", nextRetryDelay: TimeSpan.FromMinutes(1));
            }
        }

        return Task.FromResult(context.Info.Attempt);
    }

    [Activity]
    public static Task<int> CheckAsync(string file) =>
        throw new ApplicationFailureException($"'{file}' is no file of ours", "WrongFile", nonRetryable: true);
}
