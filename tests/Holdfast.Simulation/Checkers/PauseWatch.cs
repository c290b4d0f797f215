using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Watches what is handed to workers while operators know that it is paused: from the answer to the pause until its end is asked for, no attempt may begin.</summary>
internal sealed class PauseWatch
{
    /// <summary>Stands for all activities of a run.</summary>
    private const string AllActivities = "";

    private readonly HashSet<(RunId RunId, string ActivityId)> _paused = [];

    /// <summary>Attempts that began under a pause.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>A run is paused, or one of its activities, and whoever asked for it was told so.</summary>
    public void Paused(RunId runId, string activityId = AllActivities) => _paused.Add((runId, activityId));

    /// <summary>Somebody is about to ask for the end of the pause.</summary>
    public void Unpausing(RunId runId, string activityId = AllActivities) => _paused.Remove((runId, activityId));

    /// <summary>An attempt is handed to a worker.</summary>
    public void Begin(ActivityTask task)
    {
        if (_paused.Contains((task.Activity.RunId, AllActivities)) || _paused.Contains((task.Activity.RunId, task.ActivityId)))
        {
            Problems.Add($"attempt {task.Activity.Attempt} of activity {task.ActivityId} of {task.Activity.Workflow.WorkflowId} ({task.Activity.RunId}) began while it was paused");
        }
    }
}
