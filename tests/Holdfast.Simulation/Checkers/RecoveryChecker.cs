namespace Holdfast.Simulation;

/// <summary>Checks that a process that starts on what another left knows what that one knew.</summary>
internal static class RecoveryChecker
{
    /// <summary>What differs.</summary>
    public static IEnumerable<string> Check(IReadOnlyList<RunHistory> before, IReadOnlyList<RunHistory> after)
    {
        if (before.Count != after.Count)
        {
            yield return $"there were {before.Count} runs before the process started again, and {after.Count} afterwards";
        }

        foreach (var (run, recovered) in before.Zip(after))
        {
            if (run.Execution != recovered.Execution || run.Status != recovered.Status || !run.Events.SequenceEqual(recovered.Events, new ByAttributes()))
            {
                yield return $"{run.Execution} {run.Status} with {run.Events.Count} events is {recovered.Execution} {recovered.Status} with {recovered.Events.Count} after the process started again";
            }
        }
    }

    private sealed class ByAttributes : IEqualityComparer<Protocol.HistoryEvent>
    {
        public bool Equals(Protocol.HistoryEvent? x, Protocol.HistoryEvent? y) => x is not null && y is not null && x.EventId == y.EventId && x.Time == y.Time && x.Type == y.Type;

        public int GetHashCode(Protocol.HistoryEvent obj) => obj.EventId.GetHashCode();
    }
}
