using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A timeout of an activity or a workflow passed.</summary>
public sealed class TimeoutFailureException : FailureException
{
    /// <summary>Creates a timeout.</summary>
    public TimeoutFailureException(string message, TimeoutType timeoutType, Exception? innerException = null)
        : base(message, innerException, null)
    {
        TimeoutType = timeoutType;
        LastHeartbeatDetails = FailureDetails.Empty;
    }

    internal TimeoutFailureException(Failure failure, FailureInfo.Timeout info, Exception? innerException, IDataConverter converter)
        : base(failure.Message, innerException, failure)
    {
        TimeoutType = info.TimeoutType;
        LastHeartbeatDetails = FailureDetails.Of(info.LastHeartbeatDetails, converter.For(PayloadUse.HeartbeatDetails));
    }

    /// <summary>Which timeout.</summary>
    public TimeoutType TimeoutType { get; }

    /// <summary>Details of the last heartbeat.</summary>
    public FailureDetails LastHeartbeatDetails { get; }
}
