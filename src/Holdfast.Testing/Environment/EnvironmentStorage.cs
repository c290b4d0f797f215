using System.Diagnostics.Metrics;
using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Runtime;
using Holdfast.Storage;

namespace Holdfast.Testing;

/// <summary>What outlives the processes of an environment: a disk and a settled store in memory.</summary>
internal sealed class EnvironmentStorage(VirtualTimeProvider clock)
{
    /// <summary>Small, because a segment is made as a whole when it is begun.</summary>
    private const int SegmentBytes = 1 << 20;

    public MemoryDisk Disk { get; } = new();

    public MemoryDisk ArchiveDisk { get; } = new();

    public InMemorySettledStore Store { get; } = new();

    public EngineStorage ForEngine(IMeterFactory? meterFactory, Action<Exception> onFatal) => new(
        Disk,
        new JournalOptions
        {
            Pumping = JournalPumping.Caller,
            SegmentBytes = SegmentBytes,
            MaxRecordBytes = JournalOptions.LargestRecordOf(SegmentBytes),
            TimeProvider = clock,
            MeterFactory = meterFactory,
            OnFatal = onFatal,
        },
        Store)
    {
        Archive = new DiskRunArchive(ArchiveDisk),
    };

    /// <summary>Loses what a crash loses of writes that were under way.</summary>
    public void Crash(ulong seed)
    {
        Disk.Crash(seed);
        ArchiveDisk.Crash(seed);
    }
}
