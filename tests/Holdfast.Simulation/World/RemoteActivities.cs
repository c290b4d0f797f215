using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The activities of a worker on another node, as the engine sees them. An attempt that does not arrive is not told to the engine: its timeouts end it.</summary>
internal sealed class RemoteActivities(VirtualNetwork network, string home, RemoteWorker worker, RemoteSession session) : IActivityTaskHandler
{
    public void Start(ActivityTask task) => network.Send(new NetworkMessage(home, worker.Node, $"attempt {task.Activity.Attempt} of {task.ActivityId}", () => worker.Start(task)) { Break = session.Dispose, IsOnce = true });

    public void Cancel(ActivityRef activity, ActivityCancelReason reason) =>
        network.Send(new NetworkMessage(home, worker.Node, $"{reason} of attempt {activity.Attempt} of event {activity.ScheduledEventId}", () => worker.Cancel(activity, reason)) { Break = session.Dispose, IsOnce = true });
}
