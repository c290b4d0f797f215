using System.Collections.Concurrent;

namespace Holdfast.Testing.Tests;

/// <summary>A wait that nothing durable ends, left by a continuation that does not come back to the workflow's scheduler.</summary>
internal static class ForeignGate
{
    private static readonly ConcurrentDictionary<Guid, TaskCompletionSource> Gates = new();

    public static async Task PassAsync() => await Gates.GetOrAdd(Workflow.Info.RunId.Value, static _ => new TaskCompletionSource()).Task.ConfigureAwait(false);

    public static void Open(Guid runId) => Gates.GetOrAdd(runId, static _ => new TaskCompletionSource()).SetResult();
}
