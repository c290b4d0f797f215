namespace Holdfast.Interception;

/// <summary>Traces what clients and workers do, on the activity source <see cref="SourceName"/>, and passes the trace on in the header <see cref="HeaderName"/> (W3C trace context).</summary>
/// <remarks>
/// <para>Give it to clients and workers, as the first of their interceptors; <c>AddHoldfast</c> does so by itself. Nothing is created, and nothing is asked of it, while nobody listens.</para>
/// <para>
/// Spans of workflow code have no duration, since the code may sleep for a month and go on elsewhere; they show when something happened and what it led to. A
/// span is made once, when its workflow task first runs: replay makes none. Code that was replayed goes on in the same trace, below the span of its start.
/// </para>
/// </remarks>
public sealed class TracingInterceptor : IClientInterceptor, IWorkerInterceptor
{
    /// <summary>Name of the activity source, for <c>AddSource</c> of OpenTelemetry: "Holdfast".</summary>
    public const string SourceName = "Holdfast";

    /// <summary>Name of the header that holds the trace: "_tracer-data", as in Temporal's SDKs.</summary>
    public const string HeaderName = "_tracer-data";

    /// <inheritdoc/>
    public bool IsIdle => !Spans.AreWanted;

    /// <inheritdoc/>
    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor next) => new TracedClient(next);

    /// <inheritdoc/>
    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => new TracedWorkflowInbound(next);

    /// <inheritdoc/>
    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor next) => new TracedActivity(next);
}
