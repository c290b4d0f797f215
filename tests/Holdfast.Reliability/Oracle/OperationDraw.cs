using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>Draws operations that mean something to the model's present state; refusals are among them.</summary>
internal sealed class OperationDraw(int seed, ReferenceModel model)
{
    public static readonly string[] WorkflowIds = ["ledger-a", "ledger-b", "ledger-c", "ledger-d"];
    public static readonly string[] JobIds = ["job-a", "job-b"];
    private static readonly string[] Namespaces = ["space-a", "space-b"];
    private static readonly string[] Attributes = ["Colour"];
    private static readonly string[] Rules = ["rule-a", "rule-b"];
    private static readonly OperationKind[] Kinds = Enum.GetValues<OperationKind>();

    private readonly Random _chance = new(seed);
    private int _drawn;

    public Operation Next()
    {
        _drawn++;
        while (true)
        {
            var operation = Draw();
            if (IsMeant(operation) && (Succeeds(operation) || _chance.Next(12) == 0))
            {
                return operation;
            }
        }
    }

    private Operation Draw()
    {
        if (_chance.Next(4) == 0 && Waiting() is { } waiting)
        {
            return Draw(waiting.Kind, waiting.Id);
        }

        var kind = _chance.Next(6) switch
        {
            0 => OperationKind.Start,
            1 => Likely(),
            _ => Kinds[_chance.Next(Kinds.Length)],
        };
        string[] ids = kind switch
        {
            >= OperationKind.StartJob and <= OperationKind.CountJobs => JobIds,
            >= OperationKind.RegisterNamespace and <= OperationKind.DescribeTaskQueue => Namespaces,
            _ => WorkflowIds,
        };
        return Draw(kind, Any(ids));
    }

    private Operation Draw(OperationKind kind, string id) => new(kind, string.Create(CultureInfo.InvariantCulture, $"x{_drawn:00}"), id)
    {
        Amount = _chance.Next(1, 100),
        Way = WayOf(kind),
        Target = TargetOf(kind, id),
        CancellationType = kind == OperationKind.Activity ? _chance.Next(3) : kind == OperationKind.Child ? _chance.Next(4) : 0,
        Reuse = _chance.Next(4) == 0 ? (WorkflowIdReusePolicy)_chance.Next(1, 4) : WorkflowIdReusePolicy.AllowDuplicate,
        Conflict = kind is OperationKind.Start or OperationKind.StartJob ? (WorkflowIdConflictPolicy)_chance.Next(1, 4) : WorkflowIdConflictPolicy.UseExisting,
    };

    /// <summary>Something to do to a child or an activity that is under way, which is so seldom.</summary>
    private (OperationKind Kind, string Id)? Waiting()
    {
        var canceled = WorkflowIds.Where(id => model.Newest(id)?.Activities.Values.Any(a => a.IsCancelRequested) is true).Select(id => (OperationKind.ConfirmCancellation, id));
        var ofRuns = WorkflowIds.Where(id => model.Newest(id) is { Activities.Count: > 0 }).Select(id => (Any([OperationKind.Advance, OperationKind.CancelItem, OperationKind.CompleteActivity, OperationKind.FailActivity, OperationKind.ConfirmCancellation, OperationKind.ConfirmCancellation, OperationKind.Heartbeat, OperationKind.PauseActivity, OperationKind.UnpauseActivity, OperationKind.ResetActivity, OperationKind.UpdateActivityOptions, OperationKind.RestoreActivityOptions]), id));
        var ofJobs = JobIds.Where(id => model.NewestJob(id) is { IsOpen: true }).Select(id => (Any([OperationKind.CancelJob, OperationKind.CompleteJob, OperationKind.FailJob, OperationKind.PauseJob, OperationKind.UnpauseJob, OperationKind.ResetJob, OperationKind.UpdateJobOptions, OperationKind.RestoreJobOptions]), id));
        var ofChildren = WorkflowIds.Where(id => model.Newest(id) is { IsOpen: true, Parent: not null }).Select(id => (Any([OperationKind.Cancel, OperationKind.Finish, OperationKind.Fail, OperationKind.Terminate]), id));
        List<(OperationKind, string)> all = [.. canceled, .. canceled, .. ofChildren, .. ofRuns, .. ofJobs];
        return all.Count == 0 ? null : Any(all);
    }

    private OperationKind Likely() => Any([OperationKind.Advance, OperationKind.Child, OperationKind.Activity, OperationKind.CancelItem, OperationKind.Finish, OperationKind.Unpause, OperationKind.Cancel, OperationKind.Result, OperationKind.RemoveSearchAttribute]);

    private string WayOf(OperationKind kind) => kind switch
    {
        OperationKind.Start or OperationKind.SignalWithStart or OperationKind.UpdateWithStart => Any(StartWay.All).Name,
        OperationKind.Activity or OperationKind.StartJob => _chance.Next(3) == 0 ? LedgerWays.Outside : Any(LedgerWays.All),
        OperationKind.LocalActivity => Any(LedgerWays.OfLocalActivities),
        OperationKind.Child => Any([nameof(ParentClosePolicy.Terminate), nameof(ParentClosePolicy.Abandon), nameof(ParentClosePolicy.RequestCancel)]),
        OperationKind.Patch => $"patch-{_chance.Next(2)}",
        OperationKind.List or OperationKind.Count => Any([.. ListFilters.All.Keys]),
        OperationKind.ListJobs or OperationKind.CountJobs => Any([string.Empty, "ExecutionStatus = 'Running'"]),
        _ => $"text-{_chance.Next(100)}",
    };

    private string TargetOf(OperationKind kind, string workflowId) => kind switch
    {
        OperationKind.Child or OperationKind.SignalOther or OperationKind.CancelOther => Any([.. WorkflowIds.Where(w => w != workflowId)]),
        OperationKind.CancelItem when model.Newest(workflowId) is { HasPending: true } run => Any([.. run.Timers.Keys, .. run.Activities.Keys, .. run.Children.Keys]),
        >= OperationKind.CompleteActivity and <= OperationKind.RestoreActivityOptions => model.Newest(workflowId) is { Activities.Count: > 0 } run ? Any([.. run.Activities.Keys]) : "nothing",
        OperationKind.AddSearchAttribute or OperationKind.RemoveSearchAttribute => Any(Attributes),
        _ => Any(Rules),
    };

    private T Any<T>(IReadOnlyList<T> choices) => choices[_chance.Next(choices.Count)];

    /// <summary>Left out is what would wait for ever, what races with a run that is about to end, and what no document promises anything about.</summary>
    private bool IsMeant(Operation operation)
    {
        var run = model.Newest(operation.WorkflowId);
        return operation.Kind switch
        {
            OperationKind.Result => run is not { IsOpen: true },
            OperationKind.JobResult => model.NewestJob(operation.WorkflowId) is not { IsOpen: true },
            OperationKind.CompleteJob or OperationKind.FailJob => model.NewestJob(operation.WorkflowId) is not { IsOpen: true, Activity.Way: not LedgerWays.Outside },
            >= OperationKind.PauseJob and <= OperationKind.ResetJob => model.NewestJob(operation.WorkflowId) is not { IsOpen: true, Activity.Started: not null },
            OperationKind.UpdateJobOptions or OperationKind.RestoreJobOptions => model.NewestJob(operation.WorkflowId) is (not { IsOpen: true }) or { Activity: { Way: LedgerWays.Outside, Attempt: 1 } },
            OperationKind.Query => run is not { HasBegun: false },
            OperationKind.Signal or OperationKind.Cancel or OperationKind.Finish or OperationKind.Fail or OperationKind.SignalWithStart => run is not { IsEnding: true },
            OperationKind.Update or OperationKind.PollUpdate or OperationKind.RejectedUpdate or OperationKind.Work => run is not ({ IsEnding: true } or { IsOpen: true, HasBegun: false }),
            OperationKind.UpdateWithStart => run is not ({ IsEnding: true } or { IsOpen: true, HasBegun: false }) && StartWay.Named(operation.Way) is { IsCron: false, Delay.Ticks: 0 },
            OperationKind.Reset => run is null or { IsPaused: false, HasBegun: true, IsBusy: false, Parent: null, IsCancelRequested: false, Way.IsCron: false, IsSuccessor: false } && run?.Status != WorkflowExecutionStatus.ContinuedAsNew,
            OperationKind.Pause => run is not ({ HasPending: true } or { HasBegun: false }),
            OperationKind.Delete => run is not ({ HasPending: true } or { IsOpen: true, Parent: not null }),
            >= OperationKind.Timer and <= OperationKind.BreakTask => IsMeantForCode(operation, run),
            >= OperationKind.CompleteActivity and <= OperationKind.Heartbeat => run?.Activities.GetValueOrDefault(operation.Target) is null or { Way: LedgerWays.Outside },
            >= OperationKind.PauseActivity and <= OperationKind.ResetActivity => run?.Activities.GetValueOrDefault(operation.Target) is null or { Started: null },
            OperationKind.UpdateActivityOptions or OperationKind.RestoreActivityOptions => run?.Activities.GetValueOrDefault(operation.Target) is null or { Way: LedgerWays.Outside, Attempt: 1 },
            _ => true,
        };
    }

    private bool IsMeantForCode(Operation operation, ModelRun? run) => run is null or { IsOpen: false } || (run.IsAwake && operation.Kind switch
    {
        OperationKind.CancelItem => run.HasPending,
        OperationKind.SignalOther or OperationKind.CancelOther => model.Newest(operation.Target) is not { IsEnding: true },
        OperationKind.BreakTask => run.Parent is null && Earlier(run.RunDeadline, run.ExecutionDeadline) > model.Now + (2 * LedgerTimes.TaskRetry),
        _ => true,
    });

    private static TimeSpan Earlier(TimeSpan? left, TimeSpan? right) => (left ?? TimeSpan.MaxValue) < (right ?? TimeSpan.MaxValue) ? left!.Value : right ?? TimeSpan.MaxValue;

    private bool Succeeds(Operation operation) => operation.Kind switch
    {
        OperationKind.Start or OperationKind.SignalWithStart or OperationKind.UpdateWithStart => model.Newest(operation.WorkflowId) is not { IsOpen: true },
        OperationKind.RejectedUpdate => model.Newest(operation.WorkflowId) is { IsAwake: true },
        OperationKind.Result => model.Newest(operation.WorkflowId) is { Status: WorkflowExecutionStatus.Completed },
        OperationKind.Query or OperationKind.Reset or OperationKind.Delete or OperationKind.Describe => model.Newest(operation.WorkflowId) is not null,
        OperationKind.Unpause => model.Newest(operation.WorkflowId) is { IsPaused: true },
        >= OperationKind.CompleteActivity and <= OperationKind.RestoreActivityOptions => model.Newest(operation.WorkflowId) is { Activities.Count: > 0 },
        > OperationKind.StartJob and < OperationKind.ListJobs => model.NewestJob(operation.WorkflowId) is not null,
        OperationKind.DeleteNamespace or OperationKind.DeleteRule => _chance.Next(2) == 0,
        < OperationKind.List or (>= OperationKind.Timer and <= OperationKind.BreakTask) => model.Newest(operation.WorkflowId) is { IsOpen: true },
        _ => true,
    };
}
