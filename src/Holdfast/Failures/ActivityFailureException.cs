using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An activity failed for good; <see cref="Exception.InnerException"/> says why (an <see cref="ApplicationFailureException"/> or a <see cref="TimeoutFailureException"/>).</summary>
public sealed class ActivityFailureException : FailureException
{
    /// <summary>Creates the failure from what was received.</summary>
    internal ActivityFailureException(Failure failure, FailureInfo.Activity info, Exception? innerException)
        : base(failure.Message, innerException, failure) => Info = info;

    /// <summary>The activity type.</summary>
    public string ActivityType => Info.ActivityType;

    /// <summary>The activity's ID.</summary>
    public string ActivityId => Info.ActivityId;

    /// <summary>Why there was no further attempt.</summary>
    public RetryState RetryState => Info.RetryState;

    /// <summary>Everything that is known of the activity.</summary>
    public FailureInfo.Activity Info { get; }
}
