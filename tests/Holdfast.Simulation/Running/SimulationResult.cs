namespace Holdfast.Simulation;

/// <summary>What became of a world.</summary>
/// <param name="TraceHash">Everything that happened and every byte of the journal, as one number.</param>
/// <param name="Runs">Runs in it.</param>
/// <param name="Events">Events in their histories.</param>
/// <param name="Crashes">Processes that died.</param>
/// <param name="SimulatedTime">How far its clock went.</param>
internal sealed record SimulationResult(ulong TraceHash, int Runs, int Events, int Crashes, TimeSpan SimulatedTime);
