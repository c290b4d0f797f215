namespace Holdfast.Engine;

/// <summary>Names a timer of a run.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="EventId">User timer: its TimerStarted event. Activity timers: the ActivityTaskScheduled event. Workflow task timers: the scheduled event ID of the task. Else 0.</param>
/// <param name="Attempt">Attempt of the activity or workflow task; for heartbeats too. Else 0.</param>
public readonly record struct RunTimer(RunTimerKind Kind, long EventId, int Attempt);
