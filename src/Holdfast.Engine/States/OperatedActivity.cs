using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What operators did to a pending activity. Made when the first does something.</summary>
public sealed class OperatedActivity
{
    internal OperatedActivity(ActivityTaskScheduled original) => Original = original;

    /// <summary>What the activity was scheduled with.</summary>
    public ActivityTaskScheduled Original { get; }

    /// <summary>Since when and why no attempt is started; null while it is not paused.</summary>
    public PauseInfo? Pause { get; internal set; }

    /// <summary>Attempts, from the first on, that do not count for the retry policy.</summary>
    public int ForgivenAttempts { get; private set; }

    /// <summary>True when it was reset while the attempt ran that runs now.</summary>
    public bool IsReset { get; internal set; }

    /// <summary>True when the details of heartbeats are forgotten once the attempt that runs has failed.</summary>
    public bool ForgetsHeartbeat { get; private set; }

    internal void Forgive(PendingActivity activity) => ForgivenAttempts = activity.IsStarted ? activity.Attempt : activity.Attempt - 1;

    /// <summary>Fences off the offer of the attempt that waits: the attempt gets the next number, and is counted as before.</summary>
    internal void Renumber(PendingActivity activity)
    {
        activity.Attempt++;
        ForgivenAttempts++;
    }

    /// <summary>Forgets the details; while an attempt runs, which may give more, only after it.</summary>
    internal void ForgetHeartbeat(PendingActivity activity)
    {
        ForgetsHeartbeat = activity.IsStarted;
        if (!ForgetsHeartbeat)
        {
            activity.HeartbeatDetails = Payloads.Empty;
            activity.LastHeartbeatTime = null;
        }
    }

    internal void AttemptFailed(PendingActivity activity)
    {
        IsReset = false;
        if (ForgetsHeartbeat)
        {
            ForgetHeartbeat(activity);
        }
    }
}
