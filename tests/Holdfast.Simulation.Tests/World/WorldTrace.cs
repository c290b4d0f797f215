using System.Globalization;
using System.Text;

namespace Holdfast.Simulation.Tests;

/// <summary>Condenses everything that happens into a number, and remembers the last of it.</summary>
internal sealed class WorldTrace
{
    private const int TailLength = 20;
    private readonly Queue<string> _tail = new();
    private ulong _hash = 14695981039346656037;

    public string Hash => _hash.ToString("x16", CultureInfo.InvariantCulture);

    public string Tail => string.Join(", ", _tail);

    public void Note(string what)
    {
        Note(Encoding.UTF8.GetBytes(what));
        _tail.Enqueue(what);
        if (_tail.Count > TailLength)
        {
            _tail.Dequeue();
        }
    }

    /// <summary>FNV-1a.</summary>
    public void Note(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            _hash = (_hash ^ b) * 1099511628211;
        }
    }
}
