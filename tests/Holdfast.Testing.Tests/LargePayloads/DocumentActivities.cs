namespace Holdfast.Testing.Tests.LargePayloads;

public class DocumentActivities
{
    public int Attempts { get; private set; }

    [Activity]
    public Task<string> DoubleDocumentAsync(string document)
    {
        Attempts++;
        var context = ActivityContext.Current;
        if (context.Info.Attempt == 1)
        {
            context.Heartbeat(document);
            throw new ApplicationFailureException("refused", details: [document]);
        }

        return Task.FromResult(document + (context.HeartbeatDetails<string>() ?? "nothing"));
    }
}
