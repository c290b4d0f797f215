using System.Diagnostics.Metrics;
using Holdfast.Journaling.Format;

namespace Holdfast.Journaling;

/// <summary>How a journal is run. Checked when the journal is opened.</summary>
public sealed class JournalOptions
{
    /// <summary>The default of <see cref="SegmentBytes"/>: 64 MiB.</summary>
    public const int DefaultSegmentBytes = 64 << 20;

    /// <summary>The default of <see cref="MaxRecordBytes"/>: 16 MiB.</summary>
    public const int DefaultMaxRecordBytes = 16 << 20;

    /// <summary>The default of <see cref="MaxPendingBytes"/>: 64 MiB.</summary>
    public const int DefaultMaxPendingBytes = 64 << 20;

    /// <summary>The default of <see cref="MaxSpareSegments"/>.</summary>
    public const int DefaultMaxSpareSegments = 2;

    /// <summary>The default of <see cref="MaxSpin"/>: 50 microseconds.</summary>
    public static readonly TimeSpan DefaultMaxSpin = TimeSpan.FromMicroseconds(50);

    private const int SegmentBytesUnit = 4096;
    private const int LargestSegmentBytes = 1 << 30;
    private const int LargestMaxRecordBytes = 256 << 20;
    private const int LargestMaxPendingBytes = 1 << 30;
    private const int LargestMaxSpareSegments = 16;
    private static readonly TimeSpan LargestMaxSpin = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// The size of a new segment file in bytes: a multiple of 4096 from 4 KiB (simulations) to 1 GiB. Existing segments
    /// keep theirs. Default 64 MiB.
    /// </summary>
    public int SegmentBytes { get; init; } = DefaultSegmentBytes;

    /// <summary>
    /// The largest payload of one record in bytes: from 1 to 256 MiB, and at most <see cref="LargestRecordOf"/> the
    /// segment size. Default 16 MiB.
    /// </summary>
    public int MaxRecordBytes { get; init; } = DefaultMaxRecordBytes;

    /// <summary>
    /// How many bytes may wait for durability before <see cref="Journal.TryAppend"/> says no: from 1 KiB to 1 GiB.
    /// A single batch is taken whatever its size while nothing else waits. Default 64 MiB.
    /// </summary>
    public int MaxPendingBytes { get; init; } = DefaultMaxPendingBytes;

    /// <summary>How many trimmed segments are kept for reuse: 0 to 16. Default 2.</summary>
    public int MaxSpareSegments { get; init; } = DefaultMaxSpareSegments;

    /// <summary>
    /// How long the writer thread looks for work before it sleeps, when appends have been coming that close together:
    /// zero to 1 ms. It saves a lone appender the wake-up of a thread per append, at the price of processor time
    /// while appends keep coming. Default 50 µs.
    /// </summary>
    public TimeSpan MaxSpin { get; init; } = DefaultMaxSpin;

    /// <summary>Who drives the writer. Default: the journal's own threads.</summary>
    public JournalPumping Pumping { get; init; } = JournalPumping.DedicatedThreads;

    /// <summary>Measures how close together appends come. Default: the system's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Makes the meter of what the journal measures (<see cref="Holdfast.Protocol.HoldfastMeter"/>). Default: a meter of the journal's own.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>
    /// Draws the salt of a new segment, by which its records are told from any other bytes. Default: the system's
    /// cryptographic randomness; a simulation draws from its seed.
    /// </summary>
    public Func<ulong> NextSalt { get; init; } = SystemSalt.Draw;

    /// <summary>
    /// Called once, on the writer's thread, after a write or flush has failed and every waiting completion has been
    /// told. It has to stop the process. Default: ends the process at once.
    /// </summary>
    public Action<Exception> OnFatal { get; init; } = static exception => Environment.FailFast("The journal failed.", exception);

    /// <summary>
    /// Called on the journal's background thread when a segment could not be prepared ahead of need. Nothing is lost:
    /// the writer tries again when it needs the segment, and a failure is fatal only then. Default: nothing.
    /// </summary>
    public Action<Exception> OnPreparationFailed { get; init; } = static _ => { };

    /// <summary>The largest record payload that fits into a segment of the given size.</summary>
    public static int LargestRecordOf(int segmentBytes) =>
        segmentBytes - SegmentHeader.Bytes - (2 * RecordFrame.HeaderBytes);

    /// <summary>Checks every option.</summary>
    /// <exception cref="JournalException">HF2000, naming the option and its range.</exception>
    public void Validate()
    {
        Require(
            SegmentBytes is >= SegmentHeader.MinSegmentBytes and <= LargestSegmentBytes && SegmentBytes % SegmentBytesUnit == 0,
            nameof(SegmentBytes), SegmentBytes, "a multiple of 4096 from 4096 to 1073741824");
        int largestRecord = Math.Min(LargestMaxRecordBytes, LargestRecordOf(SegmentBytes));
        Require(MaxRecordBytes >= 1 && MaxRecordBytes <= largestRecord, nameof(MaxRecordBytes), MaxRecordBytes, $"from 1 to {largestRecord} for this segment size");
        Require(MaxPendingBytes is >= 1024 and <= LargestMaxPendingBytes, nameof(MaxPendingBytes), MaxPendingBytes, "from 1024 to 1073741824");
        Require(MaxSpareSegments is >= 0 and <= LargestMaxSpareSegments, nameof(MaxSpareSegments), MaxSpareSegments, "from 0 to 16");
        Require(MaxSpin >= TimeSpan.Zero && MaxSpin <= LargestMaxSpin, nameof(MaxSpin), MaxSpin, "from zero to 1 ms");
        Require(Enum.IsDefined(Pumping), nameof(Pumping), Pumping, "a defined value");
    }

    private static void Require(bool valid, string option, object value, string range)
    {
        if (!valid)
        {
            throw JournalException.OptionOutOfRange(option, value, range);
        }
    }
}
