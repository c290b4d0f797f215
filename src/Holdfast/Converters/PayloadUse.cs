namespace Holdfast;

/// <summary>What a payload is.</summary>
public enum PayloadUse
{
    /// <summary>An argument or result of a workflow, activity, signal, query or update.</summary>
    Value = 0,

    /// <summary>A note of a run.</summary>
    Memo = 1,

    /// <summary>A detail of a heartbeat.</summary>
    HeartbeatDetails = 2,

    /// <summary>A detail of a failure or cancellation, or the hidden message and stack trace of a failure.</summary>
    Failure = 3,

    /// <summary>An entry of a header.</summary>
    Header = 4,
}
