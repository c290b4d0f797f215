namespace Holdfast.Simulation;

/// <summary>What a transfer does to the bank.</summary>
public sealed class TransferActivities(TransferLedger ledger)
{
    /// <summary>Takes the money.</summary>
    [Activity]
    public async Task WithdrawAsync(string transfer)
    {
        await Task.Yield();
        ledger.Withdraw(transfer);
        await Task.Yield();
    }

    /// <summary>Brings the money, unless the account refuses it.</summary>
    [Activity]
    public async Task DepositAsync(string transfer, bool isRefused)
    {
        await Task.Yield();
        if (isRefused)
        {
            throw new ApplicationFailureException("the account is closed", nonRetryable: true);
        }

        ledger.Deposit(transfer);
        await Task.Yield();
    }

    /// <summary>Puts everything back.</summary>
    [Activity]
    public async Task UndoAsync(string transfer)
    {
        await Task.Yield();
        ledger.Undo(transfer);
        await Task.Yield();
    }
}
