namespace Holdfast.Cli.Demo.Ledger;

/// <summary>A rule that a ledger breaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Slot">The call.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record LedgerFault(LedgerRule Rule, string Slot, string Message);
