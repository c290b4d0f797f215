namespace Holdfast.Simulation;

/// <summary>Something that one node tells another.</summary>
/// <param name="From">The node that sends it.</param>
/// <param name="To">The node that it is for.</param>
/// <param name="Subject">What it is, for people and for the number that names the world's course.</param>
/// <param name="Arrive">What its arrival does; called again for each copy. Runs between two steps of the nodes: it hands over, and does no work of its own.</param>
internal sealed record NetworkMessage(string From, string To, string Subject, Action Arrive)
{
    /// <summary>What the sender makes of it when it learns that the message may not have arrived, some time after it was lost or got stuck; null: it does not care.</summary>
    public Action? Break { get; init; }

    /// <summary>True for what is sent over a connection that both ends keep: it comes once or not at all.</summary>
    public bool IsOnce { get; init; }
}
