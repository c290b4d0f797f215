namespace Holdfast.Testing.Tests;

/// <summary>Jobs that need no workflow.</summary>
public sealed class MailActivities(TimeProvider clock)
{
    /// <summary>So many attempts of <see cref="SendAsync"/> fail.</summary>
    public int FailuresToCome { get; set; }

    public IList<string> Sent { get; } = [];

    public string? TaskToken { get; private set; }

    public ActivityInfo? LastInfo { get; private set; }

    [Activity]
    public Task<string> SendAsync(string to)
    {
        LastInfo = ActivityContext.Current.Info;
        if (FailuresToCome > 0)
        {
            FailuresToCome--;
            throw new InvalidOperationException("the mail server is away");
        }

        Sent.Add(to);
        return Task.FromResult($"sent to {to}");
    }

    [Activity]
    public static Task RefuseAsync() => throw new ApplicationFailureException("there is no such address", "NoSuchAddress", nonRetryable: true);

    [Activity]
    public static int Count(string text) => text.Length;

    [Activity]
    public Task<string> AskSomebodyAsync()
    {
        TaskToken = ActivityContext.Current.Info.TaskToken;
        throw new ActivityCompletesLaterException();
    }

    [Activity(StartToCloseTimeout = "1.00:00:00", HeartbeatTimeout = "00:01:00")]
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        for (var i = ActivityContext.Current.HeartbeatDetails<int>(); ; i++)
        {
            ActivityContext.Current.Heartbeat(i);
            await Task.Delay(TimeSpan.FromSeconds(50), clock, cancellationToken);
        }
    }
}
