using System.Diagnostics.Metrics;
using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Runtime;
using Holdfast.Storage;

namespace Holdfast.Testing;

/// <summary>A disk and a settled store in memory.</summary>
internal sealed class MemoryStorage(VirtualTimeProvider clock) : IEnvironmentStorage
{
    /// <summary>Small, because a segment is made as a whole when it is begun.</summary>
    private const int SegmentBytes = 1 << 20;

    public MemoryDisk Disk { get; } = new();

    public MemoryDisk ArchiveDisk { get; } = new();

    public InMemorySettledStore Store { get; } = new();

    /// <inheritdoc/>
    public ValueTask<EngineStorage> OpenAsync(IMeterFactory? meterFactory, Action<Exception> onFatal, CancellationToken cancellationToken) => new(new EngineStorage(Disk, JournalOptionsFor(clock, meterFactory, onFatal), Store)
    {
        Archive = new DiskRunArchive(ArchiveDisk),
    });

    /// <inheritdoc/>
    public ValueTask CloseAsync() => ValueTask.CompletedTask;

    /// <summary>The journal of an environment.</summary>
    public static JournalOptions JournalOptionsFor(TimeProvider clock, IMeterFactory? meterFactory, Action<Exception> onFatal) => new()
    {
        Pumping = JournalPumping.Caller,
        SegmentBytes = SegmentBytes,
        MaxRecordBytes = JournalOptions.LargestRecordOf(SegmentBytes),
        TimeProvider = clock,
        MeterFactory = meterFactory,
        OnFatal = onFatal,
    };

    /// <inheritdoc/>
    public void Crash(ulong seed)
    {
        Disk.Crash(seed);
        ArchiveDisk.Crash(seed);
    }
}
