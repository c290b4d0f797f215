namespace Holdfast.Simulation;

/// <summary>What one run of a tally hands to the next.</summary>
/// <param name="Names">Each name that came, as often as it came.</param>
/// <param name="NamesPerRun">Names after which a run goes on as another.</param>
public sealed record TallyState(IReadOnlyList<string> Names, int NamesPerRun);
