using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A build of the workers' code completed a workflow task, and another one, or none, the task before.</summary>
internal static class AutoResetPointsFold
{
    internal static void BuildCameIn(RunState state, string buildId, long eventId, DateTimeOffset time)
    {
        state.BuildId = buildId;
        if (state.AutoResetPoints.Find(buildId) is null)
        {
            state.AutoResetPoints = state.AutoResetPoints.With(new ResetPoint(buildId, state.RunId, eventId, time));
        }
    }
}
