using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>What the operations mean, without an engine: a list of runs for each workflow ID, the newest last, and a clock.</summary>
internal sealed partial class ReferenceModel
{
    private readonly SortedDictionary<string, List<ModelRun>> _workflows = new(StringComparer.Ordinal);

    public ReferenceModel(IEnumerable<string> workflowIds, IEnumerable<string> jobIds)
    {
        foreach (var id in workflowIds)
        {
            _workflows.Add(id, []);
        }

        foreach (var id in jobIds)
        {
            _jobs.Add(id, []);
        }
    }

    /// <summary>Since the sequence began.</summary>
    public TimeSpan Now { get; private set; }

    private IEnumerable<ModelRun> Runs => _workflows.Values.SelectMany(w => w);

    /// <summary>The workflow's newest run; null when there is none.</summary>
    public ModelRun? Newest(string workflowId) => _workflows.GetValueOrDefault(workflowId)?.LastOrDefault();

    /// <summary>What can be seen of everything.</summary>
    public IReadOnlyList<string> State() =>
    [
        .. _workflows.Select(w => Newest(w.Key) is { } run ? run.View().ToString() : $"{w.Key} none"),
        .. _jobs.Select(j => NewestJob(j.Key) is { } job ? job.ToString() : $"{j.Key} none"),
        CountByStatus(),
    ];

    /// <summary>Whether the code of the newest run can be asked.</summary>
    public bool Answers(string workflowId) => Newest(workflowId) is { Answers: true };

    public Answer Apply(Operation operation) => operation.Kind switch
    {
        OperationKind.Start => Start(operation, signaled: null),
        OperationKind.SignalWithStart => Start(operation, operation.Amount + 1),
        OperationKind.UpdateWithStart => UpdateWithStart(operation),
        OperationKind.Signal => OnOpen(operation, run => Signal(run, operation.Amount)),
        OperationKind.Update or OperationKind.PollUpdate => OnUnpaused(operation, run => Update(run, operation.Amount)),
        OperationKind.RejectedUpdate => OnUnpaused(operation, _ => Answer.Refusal(ErrorCodes.WorkflowUpdateFailed)),
        OperationKind.Work => OnUnpaused(operation, run => Work(run, operation.Amount)),
        OperationKind.Query => OnAny(operation, run => run.IsPaused ? Answer.Refusal(ErrorCodes.RunPaused) : new Answer(run.Seen)),
        OperationKind.Cancel => OnAny(operation, RequestCancel),
        OperationKind.Terminate => OnOpen(operation, Terminate),
        OperationKind.Finish => OnOpen(operation, run => Tell(run, WorkflowExecutionStatus.Completed)),
        OperationKind.Fail => OnOpen(operation, run => Tell(run, WorkflowExecutionStatus.Failed)),
        OperationKind.Pause => OnOpen(operation, Pause),
        OperationKind.Unpause => OnOpen(operation, Unpause),
        OperationKind.Result => OnAny(operation, run => run.Status == WorkflowExecutionStatus.Completed ? Answer.Value(run.Total) : Answer.Refusal(ErrorCodes.WorkflowFailed)),
        OperationKind.Reset => OnAny(operation, Reset),
        OperationKind.Delete => OnAny(operation, Delete),
        OperationKind.Describe => OnAny(operation, run => new Answer(run.ShownStatus.ToString())),
        OperationKind.UpdatePriority => OnOpen(operation, run => UpdatePriority(run, (int)(operation.Amount % 5) + 1)),
        OperationKind.Advance => Passing(LedgerTimes.Passing(operation.Amount)),
        OperationKind.RestartHost => Restart(),
        OperationKind.Blob => new Answer(operation.Name),
        >= OperationKind.List and <= OperationKind.Count => ApplyToList(operation),
        >= OperationKind.Timer and <= OperationKind.BreakTask => OnOpen(operation, run => TellCode(run, operation)),
        >= OperationKind.CompleteActivity and <= OperationKind.Heartbeat => OnAny(operation, run => Report(run.Activities.GetValueOrDefault(operation.Target), operation)),
        >= OperationKind.PauseActivity and <= OperationKind.RestoreActivityOptions => OnOpen(operation, run => ApplyToActivity(run, operation)),
        >= OperationKind.StartJob and <= OperationKind.CountJobs => ApplyToJob(operation),
        _ => ApplyToNamespace(operation),
    };

    private Answer OnAny(Operation operation, Func<ModelRun, Answer> apply) => Newest(operation.WorkflowId) is { } run ? apply(run) : Answer.Refusal(ErrorCodes.NotFound);

    private Answer OnOpen(Operation operation, Func<ModelRun, Answer> apply) => OnAny(operation, run => run.IsOpen ? apply(run) : Answer.Refusal(ErrorCodes.RunClosed));

    private Answer OnUnpaused(Operation operation, Func<ModelRun, Answer> apply) => OnOpen(operation, run => run.IsPaused ? Answer.Refusal(ErrorCodes.RunPaused) : apply(run));

    private Answer Passing(TimeSpan time)
    {
        Pass(time);
        return Answer.Ok;
    }

    private Answer Restart()
    {
        foreach (var activity in Runs.SelectMany(r => r.Activities.Values).Concat(PendingJobs()).ToList())
        {
            activity.OnRestart(Now);
        }

        return Answer.Ok;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
