using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>
/// Records what happens to a run from outside. While a workflow task runs it is buffered, so that the task's events keep the IDs that its worker was told
/// and the workflow sees no event that the task was not given.
/// </summary>
internal static class Happenings
{
    /// <summary>Records the event, or buffers it. The state takes note of it at once in both cases.</summary>
    /// <returns>The event's ID; 0 when it was buffered.</returns>
    internal static long Record(RunState state, EventAttributes attributes, RunStep step)
    {
        if (state.WorkflowTask is { IsStarted: true })
        {
            WorkflowTasks.MakeDurable(state, step);
            step.Record(state, new EventBuffered(step.Now, attributes));
            return 0;
        }

        Flush(state, step);
        return step.Record(state, attributes).EventId;
    }

    /// <summary>Buffers an event that a command causes until the events of all commands are written.</summary>
    internal static void RecordBehindCommands(RunState state, EventAttributes attributes, RunStep step) =>
        step.Record(state, new EventBuffered(step.Now, attributes));

    /// <summary>Writes what is buffered; to be called when no workflow task runs.</summary>
    /// <returns>True when there was something.</returns>
    internal static bool Flush(RunState state, RunStep step)
    {
        var any = state.BufferedEvents.Count != 0;
        while (state.BufferedEvents.Count != 0)
        {
            step.Record(state, BufferedEventResolution.Resolve(state.BufferedEvents.First, step.Records));
        }

        return any;
    }
}
