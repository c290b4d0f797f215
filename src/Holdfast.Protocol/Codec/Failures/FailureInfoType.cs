namespace Holdfast.Protocol.Codec;

/// <summary>Numbers of the kinds of failure; never reused.</summary>
internal enum FailureInfoType
{
    Application = 1,
    Timeout = 2,
    Canceled = 3,
    Terminated = 4,
    Server = 5,
    Activity = 6,
    ChildWorkflow = 7,
    ResetWorkflow = 8,
}
