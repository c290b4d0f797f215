using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Activities without a workflow.</content>
internal sealed partial class ReferenceModel
{
    private readonly SortedDictionary<string, List<ModelJob>> _jobs = new(StringComparer.Ordinal);

    /// <summary>The newest run of a job; null when there is none.</summary>
    public ModelJob? NewestJob(string id) => _jobs.GetValueOrDefault(id)?.LastOrDefault();

    private IEnumerable<ModelActivity> PendingJobs() => _jobs.Values.SelectMany(j => j).Where(j => j.IsOpen).Select(j => j.Activity);

    private Answer ApplyToJob(Operation operation) => operation.Kind switch
    {
        OperationKind.StartJob => StartJob(operation),
        OperationKind.ListJobs => new Answer(string.Join("; ", AllJobs(operation.Way).OrderByDescending(j => j.Start).Select(j => j.Row))),
        OperationKind.CountJobs => new Answer(Groups(AllJobs(operation.Way).Select(j => j.Status.ToString()))),
        _ => NewestJob(operation.WorkflowId) is { } job ? ApplyToJob(job, operation) : Answer.Refusal(ErrorCodes.NotFound),
    };

    private IEnumerable<ModelJob> AllJobs(string filter) => _jobs.Values.SelectMany(j => j).Where(j => filter.Length == 0 || j.IsOpen);

    private Answer StartJob(Operation operation)
    {
        if (NewestJob(operation.WorkflowId) is { } newest)
        {
            if (newest.IsOpen)
            {
                return operation.Conflict == WorkflowIdConflictPolicy.UseExisting ? Answer.Run(newest.Start) : Answer.Refusal(ErrorCodes.ActivityAlreadyStarted);
            }

            if (operation.Reuse == WorkflowIdReusePolicy.RejectDuplicate || (operation.Reuse == WorkflowIdReusePolicy.AllowDuplicateFailedOnly && newest.Status == ActivityExecutionStatus.Completed))
            {
                return Answer.Refusal(ErrorCodes.ActivityAlreadyStarted);
            }
        }

        ModelJob job = new(operation.WorkflowId, Now);
        job.Activity = new ModelActivity(operation.WorkflowId, operation.Way, operation.Amount, ActivityCancellationType.TryCancel, (_, end) => job.End(end.Status, end.Outcome, Now)) { NotBefore = Now + JobDelay(operation) };
        _jobs[operation.WorkflowId].Add(job);
        Settle();
        return Answer.Run(job.Start);
    }

    /// <summary>Every fourth job begins later.</summary>
    public static TimeSpan JobDelay(Operation operation) => operation.Amount % 4 == 0 ? LedgerTimes.StartDelay : TimeSpan.Zero;

    private Answer ApplyToJob(ModelJob job, Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.JobResult:
                return job.Status == ActivityExecutionStatus.Completed ? new Answer(job.Outcome) : Answer.Refusal(ErrorCodes.ActivityDidNotComplete);
            case OperationKind.DeleteJob:
                _jobs[job.Id].Remove(job);
                return Answer.Ok;
            case OperationKind.CompleteJob or OperationKind.FailJob:
                return Report(job.IsOpen ? job.Activity : null, operation);
        }

        if (!job.IsOpen)
        {
            return Answer.Refusal(ErrorCodes.RunClosed);
        }

        if (operation.Kind is >= OperationKind.PauseJob and <= OperationKind.RestoreJobOptions)
        {
            return Operate(job.Activity, operation);
        }

        if (operation.Kind == OperationKind.TerminateJob)
        {
            job.End(ActivityExecutionStatus.Terminated, LedgerOutcomes.Terminated, Now);
        }
        else if (!job.Activity.IsCancelRequested)
        {
            job.Activity.RequestCancel();
        }

        return Answer.Ok;
    }
}
