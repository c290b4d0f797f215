using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Holdfast.Simulation;

/// <summary>Condenses everything that happens into a number, remembers the last of it, and writes it down for whoever wants to read it.</summary>
internal sealed class WorldTrace(TimeProvider clock, TextWriter? writer)
{
    private const int TailLength = 20;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly Queue<string> _tail = new();
    private ulong _hash = Multiplier;

    public ulong Hash => _hash;

    public string Tail => string.Join(", ", _tail);

    /// <summary>True when somebody reads what is written.</summary>
    public bool IsWritten => writer is not null;

    /// <summary>A step: part of the number.</summary>
    public void Note(string what)
    {
        Mix(MemoryMarshal.AsBytes(what.AsSpan()));
        _tail.Enqueue(what);
        if (_tail.Count > TailLength)
        {
            _tail.Dequeue();
        }

        Write(what);
    }

    /// <summary>A remark for the reader.</summary>
    public void Write(string what) => writer?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() - _start).TotalSeconds,12:F3}  {what}"));

    public void WriteHistories(Func<IEnumerable<RunHistory>> read)
    {
        foreach (var run in IsWritten ? read() : [])
        {
            writer!.WriteLine();
            writer.WriteLine($"{run.Execution} {run.Status}");
            foreach (var historyEvent in run.Events)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(historyEvent.Time - _start).TotalSeconds,12:F3}  {historyEvent.EventId,5} {historyEvent.Attributes}"));
            }
        }
    }

    public void Mix(ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            _hash = BitOperations.RotateLeft((_hash ^ word) * Multiplier, 29);
        }

        foreach (var b in bytes[(bytes.Length & ~7)..])
        {
            _hash = BitOperations.RotateLeft((_hash ^ b) * Multiplier, 29);
        }
    }
}
