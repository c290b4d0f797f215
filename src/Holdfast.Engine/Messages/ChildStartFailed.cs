using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A child could not be started.</summary>
public sealed record ChildStartFailed(long InitiatedEventId, StartChildWorkflowExecutionFailedCause Cause) : RunMessage;
