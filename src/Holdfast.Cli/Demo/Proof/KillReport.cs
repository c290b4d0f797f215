namespace Holdfast.Cli.Demo.Proof;

/// <summary>A kill that was made.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Wanted">The phase that it was to hit.</param>
/// <param name="Hit">The phase that it hit.</param>
/// <param name="EndedCalls">Calls of the conversation that had ended by then.</param>
internal sealed record KillReport(int Number, KillPhase Wanted, KillPhase Hit, int EndedCalls);
