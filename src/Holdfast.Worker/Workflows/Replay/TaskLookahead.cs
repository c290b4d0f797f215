using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What a task's code is told beside the events before it.</summary>
/// <param name="Updates">Updates, in the order in which they came.</param>
/// <param name="LocalActivities">Ends of local activities that the task recorded, in order.</param>
internal readonly record struct TaskLookahead(IReadOnlyList<UpdateRequest> Updates, IReadOnlyList<LocalActivityMarker> LocalActivities);
