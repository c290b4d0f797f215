namespace Holdfast.Engine;

/// <summary>The workflow task whose commands are carried out.</summary>
/// <param name="ScheduledEventId">Its scheduled event; 0 for a task that leaves no trace.</param>
/// <param name="CompletedEventId">Its completed event; 0 for a task that leaves no trace.</param>
/// <param name="Identity">Its worker.</param>
internal readonly record struct CommandContext(long ScheduledEventId, long CompletedEventId, string Identity);
