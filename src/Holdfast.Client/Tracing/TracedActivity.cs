using System.Diagnostics;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A span around an activity attempt, below the one that scheduled the activity.</summary>
internal sealed class TracedActivity(ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
{
    public override async Task<Payloads> ExecuteActivityAsync(ExecuteActivityInput input)
    {
        Activity.Current = null; // whatever is current belongs to the engine's thread, not to the attempt
        using var span = Spans.Source.StartActivity($"RunActivity:{ActivityContext.Current.Info.ActivityType}", ActivityKind.Server, TraceHeader.Read(input.Headers), Tags());
        TraceBaggage.AddTo(span, TraceHeader.ReadBaggage(input.Headers));
        try
        {
            return await base.ExecuteActivityAsync(input);
        }
        catch (Exception exception) when (exception is not ActivityCompletesLaterException)
        {
            Spans.Fail(span, exception);
            throw;
        }
    }

    private static KeyValuePair<string, object?>[] Tags()
    {
        var info = ActivityContext.Current.Info;
        return [new(TracingTags.WorkflowId, info.WorkflowId), new(TracingTags.RunId, info.RunId.ToString()), new(TracingTags.ActivityId, info.ActivityId)];
    }
}
