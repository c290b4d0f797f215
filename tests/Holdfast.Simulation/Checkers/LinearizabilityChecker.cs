namespace Holdfast.Simulation;

/// <summary>
/// Looks for an order in which a counter, asked one thing after the other, would have given the answers that clients got: one that keeps to the order of operations of
/// which one was answered before the other was called. Wing and Gong's search, which remembers the sets of operations from which it found no way on.
/// </summary>
internal static class LinearizabilityChecker
{
    private const int MostOperations = 64;

    /// <summary>What is wrong; null when there is such an order.</summary>
    public static string? Check(IReadOnlyList<RecordedOperation> operations)
    {
        SimulationFailure.Require(operations.Count <= MostOperations, $"at most {MostOperations} operations can be checked");
        var all = operations.Count == MostOperations ? ulong.MaxValue : (1UL << operations.Count) - 1;
        return Search(operations, 0, 0, all, [])
            ? null
            : $"no order of these operations explains their answers: {string.Join("; ", operations.OrderBy(o => o.Called).Select(o => $"{o.Called}-{o.Answered} {o.Name} +{o.Amount} -> {o.Answer}"))}";
    }

    private static bool Search(IReadOnlyList<RecordedOperation> operations, ulong done, int total, ulong all, HashSet<ulong> deadEnds)
    {
        if (done == all)
        {
            return true;
        }

        if (deadEnds.Contains(done))
        {
            return false;
        }

        var firstAnswer = FirstAnswer(operations, done);
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            var sum = total + operation.Amount;
            if ((done & (1UL << i)) == 0 && operation.Called < firstAnswer && (operation.Answer ?? sum) == sum
                && Search(operations, done | (1UL << i), sum, all, deadEnds))
            {
                return true;
            }
        }

        deadEnds.Add(done);
        return false;
    }

    private static int FirstAnswer(IReadOnlyList<RecordedOperation> operations, ulong done)
    {
        var first = int.MaxValue;
        for (var i = 0; i < operations.Count; i++)
        {
            if ((done & (1UL << i)) == 0)
            {
                first = Math.Min(first, operations[i].Answered);
            }
        }

        return first;
    }
}
