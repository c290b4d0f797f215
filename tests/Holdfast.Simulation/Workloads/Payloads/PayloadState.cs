namespace Holdfast.Simulation;

/// <summary>What a run that handles large texts has left to do.</summary>
/// <param name="Steps">Its steps.</param>
/// <param name="Received">The texts that came by signals and updates to the runs before, by the names of their steps.</param>
/// <param name="Result">Number of the text that it gives.</param>
public sealed record PayloadState(IReadOnlyList<PayloadStep> Steps, IReadOnlyDictionary<string, string> Received, int Result);
