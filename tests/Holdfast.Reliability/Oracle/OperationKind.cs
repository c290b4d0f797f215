namespace Holdfast.Reliability;

/// <summary>What a client, or whoever runs the host, can do.</summary>
internal enum OperationKind
{
    Start,
    SignalWithStart,
    Signal,
    Update,
    RejectedUpdate,
    Work,
    Query,
    Cancel,
    Terminate,
    Finish,
    Fail,
    Pause,
    Unpause,
    Result,
    Reset,
    Delete,
    Describe,
    Count,
    RestartHost,
}
