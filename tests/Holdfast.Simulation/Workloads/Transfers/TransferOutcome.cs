namespace Holdfast.Simulation;

/// <summary>What has become of a transfer.</summary>
public enum TransferOutcome
{
    /// <summary>Nothing has happened.</summary>
    NotBegun,

    /// <summary>The money is in the other account.</summary>
    Done,

    /// <summary>The money is where it was.</summary>
    Undone,

    /// <summary>The money is in neither account, or in both.</summary>
    MoneyLost,
}
