using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>A worker's activities, as the engine hands attempts to them.</summary>
internal sealed class WatchedActivities(World world, IActivityTaskHandler inner) : IActivityTaskHandler
{
    public void Start(ActivityTask task)
    {
        world.Pauses.Begin(task);
        world.Limits.HandOver(task);
        inner.Start(task);
    }

    public void Cancel(ActivityRef activity, ActivityCancelReason reason) => inner.Cancel(activity, reason);
}
