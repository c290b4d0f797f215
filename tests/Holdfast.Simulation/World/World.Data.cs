namespace Holdfast.Simulation;

/// <content>What becomes of the data: how payloads are hidden, and how long closed runs are kept.</content>
internal sealed partial class World
{
    private ulong _fileSalts;

    /// <summary>How payloads are encrypted; null in a world that hides nothing.</summary>
    public WorldEncryption? Encryption { get; }

    /// <summary>Which namespaces keep closed runs briefly; null in a world that keeps all to the end.</summary>
    public RetentionSettings? Retention { get; }

    /// <summary>Sees what goes when its retention is over; null where <see cref="Retention"/> is.</summary>
    public RetentionWatch? Retained { get; }

    /// <summary>Tells the temporary files of one process from those of another.</summary>
    public ulong NextFileSalt() => ++_fileSalts;
}
