namespace Holdfast.Reliability;

/// <summary>What a ledger is told to do by a signal.</summary>
/// <param name="Verb">One of <see cref="LedgerVerbs"/>.</param>
/// <param name="Name">What its outcome is kept under.</param>
/// <param name="Amount">Seconds of a timer; what an activity doubles, a child begins with, another run is told to add.</param>
/// <param name="Way">A behaviour of <see cref="LedgerWays"/>, a policy, or a value.</param>
/// <param name="CancellationType">How it is canceled, where that can be chosen.</param>
/// <param name="Target">Another workflow's ID.</param>
public sealed record LedgerCommand(string Verb, string Name, long Amount, string Way, int CancellationType, string Target);
