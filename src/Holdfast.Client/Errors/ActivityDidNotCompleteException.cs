using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An activity that a client started closed without a result: it failed, timed out, was canceled or terminated (code HF3022). The inner exception says why.</summary>
public sealed class ActivityDidNotCompleteException : HoldfastException
{
    internal ActivityDidNotCompleteException(string activityId, PollActivityExecutionResponse closed, Exception cause)
        : base(ErrorCodes.ActivityDidNotComplete, $"Activity '{activityId}' ({closed.RunId}) {Describe(closed.Status)}: {cause.Message}", cause)
    {
        ActivityId = activityId;
        RunId = closed.RunId;
        Status = closed.Status;
        Failure = closed.Outcome.Failure!;
    }

    /// <summary>The activity's ID.</summary>
    public string ActivityId { get; }

    /// <summary>The run.</summary>
    public RunId RunId { get; }

    /// <summary>How it closed: Failed, TimedOut, Canceled or Terminated.</summary>
    public ActivityExecutionStatus Status { get; }

    /// <summary>Why, as it was recorded.</summary>
    public Failure Failure { get; }

    private static string Describe(ActivityExecutionStatus status) => status switch
    {
        ActivityExecutionStatus.TimedOut => "timed out",
        ActivityExecutionStatus.Canceled => "was canceled",
        ActivityExecutionStatus.Terminated => "was terminated",
        _ => "failed",
    };
}
