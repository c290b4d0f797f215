using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

internal static class FoldChecks
{
    internal static RunState Fold(IReadOnlyList<RunRecord> records)
    {
        var state = new RunState(Scenario.Workflow, Scenario.FirstRun);
        foreach (var record in records)
        {
            RunMachine.Apply(state, record);
        }

        return state;
    }

    internal static void StateEqualsFold(RunState state, IReadOnlyList<RunRecord> records) =>
        Assert.Equal(StateText.OfDurableParts(Fold(records)), StateText.OfDurableParts(state));
}
