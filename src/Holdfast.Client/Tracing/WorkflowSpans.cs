using System.Diagnostics;
using TraceContext = System.Diagnostics.ActivityContext;

namespace Holdfast.Interception;

/// <summary>Makes the spans of workflow code, which have no duration, and knows below which one the code is.</summary>
internal static class WorkflowSpans
{
    private static readonly AsyncLocal<TraceContext> Ambient = new();

    /// <summary>What the calling code is below.</summary>
    public static TraceContext Current => Ambient.Value;

    /// <summary>Makes a span, unless history is replayed.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="parent">What it is below.</param>
    /// <param name="sender">What else led to it; none when nothing did.</param>
    /// <param name="failure">Why what it stands for failed; null when it did not.</param>
    /// <param name="evenOnReplay">True to make it whether history is replayed or not.</param>
    /// <returns>The span; <paramref name="parent"/> when none was made.</returns>
    public static TraceContext Emit(string name, ActivityKind kind, TraceContext parent, TraceContext sender = default, Exception? failure = null, bool evenOnReplay = false)
    {
        if (!evenOnReplay && Workflow.Unsafe.IsReplaying)
        {
            return parent;
        }

        var outer = Activity.Current;
        Activity.Current = null; // no span of the engine's thread becomes the parent
        try
        {
            var time = Workflow.UtcNow;
            using var span = Spans.Source.StartActivity(name, kind, parent, Tags(), sender == default ? null : [new ActivityLink(sender)], time);
            if (span is null)
            {
                return parent;
            }

            if (failure is not null)
            {
                Spans.Fail(span, failure);
            }

            span.SetEndTime(time.UtcDateTime);
            return span.Context;
        }
        finally
        {
            Activity.Current = outer;
        }
    }

    /// <summary>Runs code, and whatever it leads to, below a span.</summary>
    public static T Below<T>(TraceContext context, Func<T> code)
    {
        var outer = Ambient.Value;
        Ambient.Value = context;
        try
        {
            return code();
        }
        finally
        {
            Ambient.Value = outer;
        }
    }

    private static KeyValuePair<string, object?>[] Tags()
    {
        var info = Workflow.Info;
        return [new(TracingTags.WorkflowId, info.WorkflowId), new(TracingTags.RunId, info.RunId.ToString())];
    }
}
