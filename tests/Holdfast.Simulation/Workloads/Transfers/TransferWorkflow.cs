namespace Holdfast.Simulation;

/// <summary>Moves money, or leaves everything as it was.</summary>
[Workflow]
public sealed class TransferWorkflow
{
    private static readonly ActivityOptions OneMinute = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>Gives true when the money was moved.</summary>
    public async Task<bool> RunAsync(string transfer, bool isRefused)
    {
        try
        {
            await Workflow.ExecuteActivityAsync((TransferActivities a) => a.WithdrawAsync(transfer), OneMinute);
            await Workflow.DelayAsync(TimeSpan.FromMilliseconds(500));
            await Workflow.ExecuteActivityAsync((TransferActivities a) => a.DepositAsync(transfer, isRefused), OneMinute);
            return true;
        }
        catch (ActivityFailureException)
        {
            await UndoAsync(transfer);
            return false;
        }
        catch (OperationCanceledException)
        {
            await UndoAsync(transfer);
            throw;
        }
    }

    private static Task UndoAsync(string transfer) =>
        Workflow.RunDetachedAsync(() => Workflow.ExecuteActivityAsync((TransferActivities a) => a.UndoAsync(transfer), OneMinute));
}
