namespace Holdfast.Testing.Tests.Data;

public class VaultActivities
{
    public int Attempts { get; private set; }

    [Activity]
    public Task<string> EchoAsync(string secret)
    {
        var context = ActivityContext.Current;
        Attempts++;
        if (context.Info.Attempt == 1)
        {
            context.Heartbeat(secret);
            throw new ApplicationFailureException($"refused {secret}", details: [secret]);
        }

        return Task.FromResult(context.HeartbeatDetails<string>() ?? "nothing");
    }

    [Activity]
    public Task<string> FailAsync(string secret) => throw new ApplicationFailureException($"refused {secret}", "Refused", nonRetryable: true, details: [secret]);

    [Activity]
    public Task<string> MakeAsync(int length)
    {
        Attempts++;
        return Task.FromResult(new string('x', length));
    }
}
