using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>This run, the last of a child's chain, closed: send <see cref="ChildClosed"/> to its parent, and <see cref="AcknowledgeParentNotification"/> back when durable there.</summary>
public sealed record NotifyParent(ParentInfo Parent, RunId ChildFirstRunId, RunId ChildRunId, EventAttributes CloseEvent) : Effect;
