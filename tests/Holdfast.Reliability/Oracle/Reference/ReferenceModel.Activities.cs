using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Operations on single activities of a run.</content>
internal sealed partial class ReferenceModel
{
    private Answer ApplyToActivity(ModelRun run, Operation operation)
    {
        if (!run.Activities.TryGetValue(operation.Target, out var activity))
        {
            return Answer.Refusal(ErrorCodes.ActivityNotPending);
        }

        return Operate(activity, operation);
    }

    private Answer Operate(ModelActivity activity, Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.PauseActivity or OperationKind.PauseJob:
                activity.Pause();
                break;
            case OperationKind.UnpauseActivity or OperationKind.UnpauseJob:
                activity.Unpause(Now);
                break;
            case OperationKind.ResetActivity or OperationKind.ResetJob:
                activity.Reset(Now);
                break;
            case OperationKind.UpdateActivityOptions or OperationKind.UpdateJobOptions:
                activity.SetOptions(TimeSpan.FromSeconds(operation.Amount));
                break;
            default:
                activity.RestoreOptions();
                break;
        }

        Settle();
        return Answer.Ok;
    }

    /// <summary>Whoever completes what completes later reports on the attempt that is under way.</summary>
    private Answer Report(ModelActivity? activity, Operation operation)
    {
        if (activity is null)
        {
            return Answer.Refusal(ErrorCodes.NotFound);
        }

        if (activity.Started is null)
        {
            return Answer.Refusal(ErrorCodes.StaleAttempt);
        }

        switch (operation.Kind)
        {
            case OperationKind.CompleteActivity or OperationKind.CompleteJob:
                activity.Complete(operation.Amount);
                break;
            case OperationKind.FailActivity or OperationKind.FailJob:
                activity.Fail(Now, ActivityEnd.Failed);
                break;
            case OperationKind.Heartbeat:
                return new Answer(activity.IsCancelRequested.ToString());
            case OperationKind.ConfirmCancellation when !activity.IsCancelRequested:
                return Answer.Refusal(ErrorCodes.InvalidArgument);
            default:
                activity.ConfirmCancellation();
                break;
        }

        return Answer.Ok;
    }
}
