using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast;

/// <summary>What workflow code uses in place of clocks, random numbers, delays and threads. Every member can be called in workflow code only.</summary>
/// <remarks>Errors: <see cref="HoldfastException"/> with <see cref="ErrorCodes.NotInWorkflow"/> outside workflow code.</remarks>
public static partial class Workflow
{
    private const int GuidBytes = 16;

    /// <summary>What the code may know of its run.</summary>
    public static WorkflowInfo Info => WorkflowContext.Require().Info;

    /// <summary>The time of the current workflow task: the same on every replay, and standing still between two waits.</summary>
    public static DateTimeOffset UtcNow => WorkflowContext.Require().UtcNow;

    /// <summary>Random numbers that are the same on every replay. Not for secrets.</summary>
    public static Random Random => WorkflowContext.Require().Random;

    /// <summary>
    /// The token of the current <see cref="CancellationScope"/>; outside any, the run's, which is canceled when cancellation of the workflow is requested. Activities,
    /// children, delays and waits use it unless they are given another.
    /// </summary>
    public static CancellationToken CancellationToken
    {
        get
        {
            var run = WorkflowContext.Require().CancellationToken;
            return CancellationScope.Current?.OperationToken ?? run;
        }
    }

    /// <summary>A logger that is silent during replay.</summary>
    public static ILogger Logger => WorkflowContext.Require().Logger;

    /// <summary>
    /// Makes counters, histograms and gauges for workflow code, tagged with namespace, task queue and workflow type. Nothing is measured during replay. They are on the
    /// meter <see cref="HoldfastMeter.UserCodeName"/>.
    /// </summary>
    public static MetricMeter MetricMeter => WorkflowContext.Require().MetricMeter;

    /// <summary>True while history is replayed. Code must not depend on it, except to leave out what only observes.</summary>
    public static bool IsReplaying => WorkflowContext.Require().IsReplaying;

    /// <summary>True when no signal or update handler is under way: wait for it before the workflow ends, if its handlers do more than one step.</summary>
    public static bool AllHandlersFinished => WorkflowContext.Require().AllHandlersFinished;

    /// <summary>A random UUID (version 4) that is the same on every replay.</summary>
    public static Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[GuidBytes];
        Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Ends this run and starts another of the same workflow ID, with a fresh history: <c>throw Workflow.ContinueAsNew((OrderWorkflow w) =&gt; w.RunAsync(next))</c>.</summary>
    public static ContinueAsNewException ContinueAsNew<TWorkflow>(Func<TWorkflow, Task> run, ContinueAsNewOptions? options = null) => Continue(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Ends this run and starts another of the same workflow ID, with a fresh history.</summary>
    public static ContinueAsNewException ContinueAsNew(Func<Task> run, ContinueAsNewOptions? options = null) => Continue(CallCapture.Read(run, CallKind.Workflow), options);

    private static ContinueAsNewException Continue(CapturedCall call, ContinueAsNewOptions? options) =>
        WorkflowContext.Require().ContinueAsNew(call, options);
}
