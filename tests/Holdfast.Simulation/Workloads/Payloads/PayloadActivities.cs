using System.Text;

namespace Holdfast.Simulation;

/// <summary>What handles large texts outside: each looks whether what it was given is what was written.</summary>
public sealed class PayloadActivities(Outside outside)
{
    /// <summary>Gives a text.</summary>
    [Activity]
    public async Task<string> ProduceAsync(int number)
    {
        await Task.Yield();
        return PayloadText.Of(number);
    }

    /// <summary>Gives back the text that it was given.</summary>
    [Activity]
    public async Task<string> RelayAsync(string text, int number)
    {
        Look(text, number);
        await Task.Yield();
        return text;
    }

    /// <summary>Fails after a heartbeat that has the text, and gives what the heartbeat had.</summary>
    [Activity]
    public async Task<string> HeartbeatTextAsync(int number)
    {
        await Task.Yield();
        var context = ActivityContext.Current;
        if (context.LastHeartbeatDetails.Count == 0)
        {
            context.Heartbeat(PayloadText.Of(number));
            await Task.Yield();
            throw new ProgramFailure("interrupted");
        }

        var text = context.HeartbeatDetails<string>()!;
        Look(text, number);
        return text;
    }

    /// <summary>Fails for good, with the text among the details.</summary>
    [Activity]
    public async Task FailWithTextAsync(int number)
    {
        await Task.Yield();
        throw new ApplicationFailureException("with a text", nonRetryable: true, details: [PayloadText.Of(number)]);
    }

    /// <summary>Makes a blob.</summary>
    [Activity]
    public async Task<PayloadBlob> WriteBlobAsync(int number)
    {
        await using MemoryStream content = new(Encoding.UTF8.GetBytes(PayloadText.Of(number)));
        return new PayloadBlob(number, await ActivityContext.Current.CreateBlobAsync(content));
    }

    /// <summary>Gives the text of a blob.</summary>
    [Activity]
    public async Task<string> ReadBlobAsync(PayloadBlob blob)
    {
        using StreamReader reader = new(await blob.Content.OpenReadAsync(), Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        Look(text, blob.Text);
        return text;
    }

    private void Look(string text, int number)
    {
        var info = ActivityContext.Current.Info;
        if (PayloadText.Fault(text, number, $"{info.ActivityType} of {info.WorkflowId}") is { } fault)
        {
            outside.WrongTexts.Add(fault);
        }
    }
}
