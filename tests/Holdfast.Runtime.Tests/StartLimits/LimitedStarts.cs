using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>An engine whose workflows wait for a signal, under limits on their starts.</summary>
internal static class LimitedStarts
{
    /// <summary>The type of most of them.</summary>
    public const string Waiting = "Wait";

    public static StartWorkflowExecutionRequest WithKey(StartWorkflowExecutionRequest request) => request with { ConcurrencyKey = "k" };

    public static PumpedEngine Start(TaskQueueLimits? limits) => new(null, Worker(limits));

    /// <summary>Workflows that wait for a signal: "end" completes, "continue" continues as new; "Stubborn" does not mind being canceled.</summary>
    public static ScriptedWorker Worker(TaskQueueLimits? limits) => (limits is null ? new ScriptedWorker() : new ScriptedWorker(limits))
        .On(Waiting, static (_, history) => Decide(history, mindsCancel: true))
        .On("Other", static (_, history) => Decide(history, mindsCancel: true))
        .On("Stubborn", static (_, history) => Decide(history, mindsCancel: false))
        .On("Parent", static (_, history) => history.Count(static e => e.Type == EventType.ChildWorkflowExecutionCompleted) == 2
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : history.Any(static e => e.Type == EventType.StartChildWorkflowExecutionInitiated)
                ? ScriptedWorker.Completed()
                : ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child1", WorkflowType = Waiting }, new StartChildWorkflowExecutionCommand { WorkflowId = "child2", WorkflowType = Waiting }));

    public static string[] Running(PumpedEngine engine, int count) => Running(engine, [.. Enumerable.Range(0, count).Select(static i => $"w{i}")]);

    /// <summary>Those of the workflows whose code has begun and not ended.</summary>
    public static string[] Running(PumpedEngine engine, params string[] workflowIds)
    {
        engine.Settle();
        return [.. workflowIds.Where(id => Exists(engine, id) && engine.History(id) is var history && history.Any(static e => e.Type == EventType.WorkflowTaskCompleted) && !IsClosed(history))];
    }

    public static bool Exists(PumpedEngine engine, string workflowId)
    {
        try
        {
            engine.History(workflowId);
            return true;
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.NotFound)
        {
            return false;
        }
    }

    public static HistoryEvent Scheduled(PumpedEngine engine, string workflowId) => engine.History(workflowId).First(static e => e.Type == EventType.WorkflowTaskScheduled);

    public static void Set(PumpedEngine engine, TaskQueueLimits? limits) =>
        engine.Run(engine.Service.UpdateTaskQueueConfigAsync(new UpdateTaskQueueConfigRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue, limits), CancellationToken.None));

    public static TaskQueueDescription Describe(PumpedEngine engine) =>
        engine.Run(engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue), CancellationToken.None));

    private static WorkflowTaskResult Decide(IReadOnlyList<HistoryEvent> history, bool mindsCancel)
    {
        var signals = history.Select(static e => e.Attributes).OfType<WorkflowExecutionSignaled>().Select(static s => s.SignalName).ToList();
        return signals.Contains("end") ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : signals.Contains("continue") ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand())
            : mindsCancel && history.Any(static e => e.Type == EventType.WorkflowExecutionCancelRequested) ? ScriptedWorker.Completed(new CancelWorkflowExecutionCommand())
            : ScriptedWorker.Completed();
    }

    private static bool IsClosed(IReadOnlyList<HistoryEvent> history) => history[^1].Type is EventType.WorkflowExecutionCompleted or EventType.WorkflowExecutionTerminated or EventType.WorkflowExecutionCanceled or EventType.WorkflowExecutionContinuedAsNew;
}
