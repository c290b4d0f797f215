using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Changes the run's priority.</summary>
/// <param name="Priority">The new one; null for the one that the run started with.</param>
/// <param name="PriorityFields">What of it is changed.</param>
/// <param name="Identity">Who asks.</param>
public sealed record UpdateRunOptions(Priority? Priority, PriorityFields PriorityFields, string Identity) : RunMessage;
