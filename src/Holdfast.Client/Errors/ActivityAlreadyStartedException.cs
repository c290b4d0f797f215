using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The start was refused because of another run of the activity's ID: one that is open, or a closed one that the reuse policy protects (code HF1024).</summary>
public sealed class ActivityAlreadyStartedException : HoldfastException
{
    internal ActivityAlreadyStartedException(string activityId, RunId runId, HoldfastException refusal)
        : base(refusal.Code, refusal.Message, refusal)
    {
        ActivityId = activityId;
        RunId = runId;
    }

    /// <summary>The activity's ID.</summary>
    public string ActivityId { get; }

    /// <summary>The run that stands in the way; <see cref="RunId.None"/> when it is not known.</summary>
    public RunId RunId { get; }
}
