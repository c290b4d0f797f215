using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>What the operations mean, without an engine: a list of runs for each workflow ID, the newest last.</summary>
internal sealed class ReferenceModel
{
    private readonly SortedDictionary<string, List<ModelRun>> _workflows = new(StringComparer.Ordinal);
    private int _runs;

    public ReferenceModel(IEnumerable<string> workflowIds)
    {
        foreach (var id in workflowIds)
        {
            _workflows.Add(id, []);
        }
    }

    /// <summary>The workflow's newest run; null when there is none.</summary>
    public ModelRun? Newest(string workflowId) => _workflows[workflowId].LastOrDefault();

    /// <summary>What can be seen of everything.</summary>
    public string State() => string.Join("; ", _workflows.Select(w => Describe(w.Key)).Append(CountByStatus()));

    public Answer Apply(Operation operation) => operation.Kind switch
    {
        OperationKind.Start => Start(operation, operation.Amount, signaled: null),
        OperationKind.SignalWithStart => Start(operation, operation.Amount, operation.Amount + 1),
        OperationKind.Signal => OnOpen(operation, run => Add(run, operation.Amount, "ok")),
        OperationKind.Update => OnRunning(operation, run => Add(run, operation.Amount)),
        OperationKind.RejectedUpdate => OnRunning(operation, _ => Code(ErrorCodes.WorkflowUpdateFailed)),
        OperationKind.Work => OnRunning(operation, run => Add(run, 2 * operation.Amount)),
        OperationKind.Query => OnAny(operation, run => run.IsPaused ? Code(ErrorCodes.RunPaused) : Value(run.Total)),
        OperationKind.Cancel => OnOpen(operation, run =>
        {
            run.IsCancelRequested = true;
            return Ended(run, "ok");
        }),
        OperationKind.Terminate => OnOpen(operation, run =>
        {
            run.Close(WorkflowExecutionStatus.Terminated);
            return new Answer("ok");
        }),
        OperationKind.Finish => OnOpen(operation, run => Tell(run, WorkflowExecutionStatus.Completed)),
        OperationKind.Fail => OnOpen(operation, run => Tell(run, WorkflowExecutionStatus.Failed)),
        OperationKind.Pause => OnOpen(operation, run => run.IsPaused ? Code(ErrorCodes.RunPaused) : Pause(run)),
        OperationKind.Unpause => OnOpen(operation, run => run.IsPaused ? Unpause(run) : Code(ErrorCodes.RunNotPaused)),
        OperationKind.Result => OnAny(operation, run => run.Status == WorkflowExecutionStatus.Completed ? Value(run.Total) : Code(ErrorCodes.WorkflowFailed)),
        OperationKind.Reset => OnAny(operation, run => Reset(operation.WorkflowId, run)),
        OperationKind.Delete => OnAny(operation, _ => Delete(operation.WorkflowId)),
        OperationKind.Describe => OnAny(operation, run => new Answer(StatusOf(run))),
        OperationKind.Count => new Answer(CountByStatus()),
        _ => new Answer("ok"),
    };

    private Answer Start(Operation operation, long first, long? signaled)
    {
        if (operation is { Reuse: WorkflowIdReusePolicy.RejectDuplicate, Conflict: WorkflowIdConflictPolicy.TerminateExisting })
        {
            return Code(ErrorCodes.InvalidArgument);
        }

        if (Newest(operation.WorkflowId) is { } newest)
        {
            switch (newest.IsOpen, operation.Conflict, operation.Reuse)
            {
                case (true, WorkflowIdConflictPolicy.Fail, _):
                    return Code(ErrorCodes.WorkflowAlreadyStarted);
                case (true, WorkflowIdConflictPolicy.UseExisting, _):
                    newest.Add(signaled ?? 0);
                    return new Answer(Name(newest));
                case (true, _, _):
                    newest.Close(WorkflowExecutionStatus.Terminated);
                    break;
                case (false, _, WorkflowIdReusePolicy.RejectDuplicate):
                case (false, _, WorkflowIdReusePolicy.AllowDuplicateFailedOnly) when newest.Status == WorkflowExecutionStatus.Completed:
                    return Code(ErrorCodes.WorkflowIdReuseRefused);
            }
        }

        return new Answer(Name(Begin(operation.WorkflowId, first + (signaled ?? 0))));
    }

    private Answer Reset(string workflowId, ModelRun run)
    {
        if (run.IsOpen)
        {
            run.Close(WorkflowExecutionStatus.Terminated);
        }

        var again = Begin(workflowId, run.Total + run.Unseen);
        again.ToldToEnd = run.ToldToEnd;
        return Ended(again, Name(again));
    }

    private Answer Delete(string workflowId)
    {
        var runs = _workflows[workflowId];
        runs.RemoveAt(runs.Count - 1);
        return new Answer("ok");
    }

    private ModelRun Begin(string workflowId, long total)
    {
        ModelRun run = new(++_runs, total);
        _workflows[workflowId].Add(run);
        return run;
    }

    private Answer OnAny(Operation operation, Func<ModelRun, Answer> apply) => Newest(operation.WorkflowId) is { } run ? apply(run) : Code(ErrorCodes.NotFound);

    private Answer OnOpen(Operation operation, Func<ModelRun, Answer> apply) => OnAny(operation, run => run.IsOpen ? apply(run) : Code(ErrorCodes.RunClosed));

    private Answer OnRunning(Operation operation, Func<ModelRun, Answer> apply) => OnOpen(operation, run => run.IsPaused ? Code(ErrorCodes.RunPaused) : apply(run));

    private static Answer Add(ModelRun run, long amount, string? text = null)
    {
        run.Add(amount);
        return text is null ? Value(run.Total) : new Answer(text);
    }

    private static Answer Tell(ModelRun run, WorkflowExecutionStatus end)
    {
        run.ToldToEnd = end;
        return Ended(run, "ok");
    }

    private static Answer Pause(ModelRun run)
    {
        run.Pause();
        return new Answer("ok");
    }

    private static Answer Unpause(ModelRun run)
    {
        run.Unpause();
        return Ended(run, "ok");
    }

    /// <summary>A run that has been told to end does so, unless it is paused.</summary>
    private static Answer Ended(ModelRun run, string text)
    {
        if (!run.IsEnding || run.IsPaused)
        {
            return new Answer(text);
        }

        run.Close(run.ToldToEnd ?? WorkflowExecutionStatus.Canceled);
        return new Answer(text, Closes: true);
    }

    private string Describe(string workflowId) => Newest(workflowId) switch
    {
        null => $"{workflowId}: none",
        var run => string.Create(CultureInfo.InvariantCulture, $"{workflowId}: {Name(run)} {StatusOf(run)} {(run.IsPaused ? "?" : run.Total.ToString(CultureInfo.InvariantCulture))}"),
    };

    private string CountByStatus() => string.Join(
        ' ',
        _workflows.Values.SelectMany(w => w).GroupBy(StatusOf).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}={g.Count()}")));

    private static string StatusOf(ModelRun run) => run.IsPaused ? nameof(WorkflowExecutionStatus.Paused) : run.Status.ToString();

    private static string Name(ModelRun run) => string.Create(CultureInfo.InvariantCulture, $"run {run.Ordinal}");

    private static Answer Value(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static Answer Code(ErrorCode code) => new(code.ToString());
}
