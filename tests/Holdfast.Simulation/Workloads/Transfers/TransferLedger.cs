namespace Holdfast.Simulation;

/// <summary>A bank, as transfers change it. Knows each transfer by its ID; one that was undone stays undone, whatever comes late.</summary>
public sealed class TransferLedger
{
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deposited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undone = new(StringComparer.Ordinal);

    /// <summary>Takes the money from the one account.</summary>
    public void Withdraw(string transfer) => _withdrawn.Add(transfer);

    /// <summary>Puts it into the other.</summary>
    public void Deposit(string transfer) => _deposited.Add(transfer);

    /// <summary>Puts everything back.</summary>
    public void Undo(string transfer) => _undone.Add(transfer);

    /// <summary>What has become of a transfer.</summary>
    public TransferOutcome OutcomeOf(string transfer) => (_withdrawn.Contains(transfer), _deposited.Contains(transfer), _undone.Contains(transfer)) switch
    {
        (_, _, true) => TransferOutcome.Undone,
        (true, true, false) => TransferOutcome.Done,
        (false, false, false) => TransferOutcome.NotBegun,
        _ => TransferOutcome.MoneyLost,
    };
}
