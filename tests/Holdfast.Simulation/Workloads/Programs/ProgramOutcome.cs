namespace Holdfast.Simulation;

/// <summary>Waits for the end of a program, and compares it with what its text says.</summary>
internal static class ProgramOutcome
{
    /// <summary>Fails unless the workflow ends as its program says.</summary>
    public static async Task RequireAsync(ProgramNode program, string id, WorkflowHandle<ProgramWorkflow, ProgramTotals> handle)
    {
        var expected = ProgramExpectation.Of(program);
        try
        {
            var totals = await handle.ResultAsync();
            SimulationFailure.Require(!expected.Fails, $"{id} completed, but must fail");
            SimulationFailure.Require(totals == expected.Totals, $"{id} gave {totals}, but must give {expected.Totals}");
        }
        catch (WorkflowFailedException failure)
        {
            SimulationFailure.Require(expected.Fails && failure.ToString().Contains($"program {id} fails", StringComparison.Ordinal), $"{id} failed: {failure}");
        }
    }
}
