namespace Holdfast.Testing.Tests.Intercepting;

public sealed class ErrandActivities
{
    [Activity]
    public Task<string> RunAsync(string kind)
    {
        ActivityContext.Current.Heartbeat(ActivityContext.Current.Info.Attempt);
        return Task.FromResult($"{kind}:{Tenant.Current}");
    }

    [Activity]
    public Task<string> LaterAsync() => throw new ActivityCompletesLaterException();
}
