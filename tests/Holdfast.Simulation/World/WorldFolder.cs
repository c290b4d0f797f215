using Holdfast.Journaling;
using Holdfast.Storage;

namespace Holdfast.Simulation;

/// <summary>A data folder: the disk of a journal and a settled store, as a network volume that any host can reach, and the engine that has it.</summary>
internal sealed class WorldFolder(string name, WorldHost host)
{
    public string Name => name;

    public MemoryDisk Disk { get; } = new();

    /// <summary>Where its blobs are; empty in a world that keeps none.</summary>
    public MemoryDisk BlobDisk { get; } = new();

    /// <summary>Where its runs are archived; empty in a world that archives none.</summary>
    public MemoryDisk ArchiveDisk { get; } = new();

    public InMemorySettledStore Store { get; } = new();

    /// <summary>Where its engine runs, or will when it starts.</summary>
    public WorldHost Host { get; set; } = host;

    /// <summary>Where its engine ran before; some clients have not heard of the other host yet.</summary>
    public WorldHost FormerHost { get; set; } = host;

    /// <summary>The process that has it; null when none has.</summary>
    public WorldProcess? Process { get; set; }

    /// <summary>Processes that had it, were taken over by one on another host, and do not know it yet; each with the last position that it may call durable.</summary>
    public List<(WorldProcess Process, long DurableLsn)> Deposed { get; } = [];

    /// <summary>Every process that can reach the disk.</summary>
    public IEnumerable<WorldProcess> Processes => Process is null ? Deposed.Select(d => d.Process) : Deposed.Select(d => d.Process).Append(Process);

    /// <summary>The epoch of its newest process.</summary>
    public long Epoch { get; set; }

    /// <summary>Nothing is written to the disk for a while.</summary>
    public bool IsDiskStalled { get; set; }

    /// <summary>The disk, which is slow, is still at what the journal wrote last.</summary>
    public bool IsJournalBusy { get; set; }

    /// <summary>Whether the journal can write now.</summary>
    public bool CanWriteJournal => !IsDiskStalled && !IsJournalBusy;

    public override string ToString() => name;
}
