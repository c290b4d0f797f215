using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A child's first run has begun. Said again for one that is known, it changes nothing.</summary>
public sealed record ChildStarted(long InitiatedEventId, RunId ChildRunId) : RunMessage;
