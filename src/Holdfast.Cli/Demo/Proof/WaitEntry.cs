namespace Holdfast.Cli.Demo.Proof;

/// <summary>A line of the log of waiting.</summary>
/// <param name="ProcessId">The process that wrote it.</param>
/// <param name="IsWaiting">True when the agent has begun to wait, false when it goes on.</param>
/// <param name="LedgerLines">How many lines the process had written into the ledger by then.</param>
internal sealed record WaitEntry(int ProcessId, bool IsWaiting, long LedgerLines);
