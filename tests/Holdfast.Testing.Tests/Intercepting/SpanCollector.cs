using System.Collections.Concurrent;
using System.Diagnostics;
using Holdfast.Interception;

namespace Holdfast.Testing.Tests.Intercepting;

/// <summary>Listens to the spans of one trace, whose root it opens: others run at the same time.</summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = new();

    public SpanCollector()
    {
        Root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        Root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        Root.Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TracingInterceptor.SourceName,
            Sample = (ref ActivityCreationOptions<System.Diagnostics.ActivityContext> options) => options.TraceId == Root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity Root { get; }

    public IReadOnlyList<Activity> Spans => [.. _ended];

    /// <summary>Each span with the name of its parent, and of whom it is linked to.</summary>
    public IReadOnlyList<string> Lines => [.. Spans.Select(Line).Order(StringComparer.Ordinal)];

    public Activity this[string name] => Spans.Single(s => s.DisplayName == name);

    public void Dispose()
    {
        _listener.Dispose();
        Root.Dispose();
    }

    /// <summary>Whoever listens to a source is told of all its spans, also of those that another asked for.</summary>
    private void Keep(Activity span)
    {
        if (span.TraceId == Root.TraceId)
        {
            _ended.Enqueue(span);
        }
    }

    private string Line(Activity span)
    {
        var links = string.Concat(span.Links.Select(l => $" ~ {NameOf(l.Context.SpanId)}"));
        return $"{span.DisplayName} < {NameOf(span.ParentSpanId)}{links}";
    }

    private string NameOf(ActivitySpanId id) => id == Root.SpanId ? "test" : Spans.FirstOrDefault(s => s.SpanId == id)?.DisplayName ?? "nothing";
}
