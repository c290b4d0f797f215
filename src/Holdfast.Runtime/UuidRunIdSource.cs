using System.Buffers.Binary;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Run IDs from the system's random source: UUIDs version 7 of the time given, each larger than those before, also within one millisecond and when time goes back.</summary>
/// <remarks>The newest run of a workflow is the one with the largest ID, so a run that continues another must never get a smaller one. Threading: safe from any thread.</remarks>
/// <param name="draw">Draws a UUID version 7 of a time. Default: <see cref="Guid.CreateVersion7(DateTimeOffset)"/>.</param>
public sealed class UuidRunIdSource(Func<DateTimeOffset, Guid>? draw = null) : IRunIdSource
{
    private const int Bytes = 16;
    private readonly Func<DateTimeOffset, Guid> _draw = draw ?? Guid.CreateVersion7;
    private readonly Lock _gate = new();
    private RunId _last;
    private DateTimeOffset _earliest;

    /// <inheritdoc/>
    public RunId Next(DateTimeOffset now)
    {
        lock (_gate)
        {
            RunId drawn = new(_draw(now > _earliest ? now : _earliest));
            _last = drawn > _last ? drawn : After(_last);
            return _last;
        }
    }

    /// <inheritdoc/>
    /// <remarks>The next ID is of a later millisecond and drawn anew: the one that follows in order may have been given to a child that has not started.</remarks>
    public void NoteTaken(RunId runId)
    {
        lock (_gate)
        {
            if (runId > _last)
            {
                _last = runId;
                _earliest = TimeOf(runId).AddMilliseconds(1);
            }
        }
    }

    private static DateTimeOffset TimeOf(RunId runId)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        runId.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
    }

    /// <summary>The next UUID in order. The lowest 62 bits are random and thus far from their end, so version and variant stay.</summary>
    private static RunId After(RunId runId)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        runId.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt128BigEndian(bytes, BinaryPrimitives.ReadUInt128BigEndian(bytes) + 1);
        return new RunId(new Guid(bytes, bigEndian: true));
    }
}
