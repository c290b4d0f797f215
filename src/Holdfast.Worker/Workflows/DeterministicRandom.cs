using System.Buffers.Binary;

namespace Holdfast.Worker;

/// <summary>Random numbers that a seed fixes for ever: SplitMix64. The numbers of System.Random may change with the framework, and a replay must not.</summary>
internal sealed class DeterministicRandom : Random
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const double DoubleUnit = 1.0 / (1UL << 53);
    private const float SingleUnit = 1.0f / (1 << 24);
    private const int GuidBytes = 16;

    private ulong _state;

    public DeterministicRandom(Guid seed)
    {
        Span<byte> bytes = stackalloc byte[GuidBytes];
        seed.TryWriteBytes(bytes, bigEndian: true, out _);
        _state = BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }

    public override int Next() => (int)Below(int.MaxValue);

    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)Below((ulong)maxValue);
    }

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)(minValue + (long)Below((ulong)((long)maxValue - minValue)));
    }

    public override long NextInt64() => (long)Below(long.MaxValue);

    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (long)Below((ulong)maxValue);
    }

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return unchecked(minValue + (long)Below((ulong)maxValue - (ulong)minValue));
    }

    public override double NextDouble() => (Take() >> 11) * DoubleUnit;

    public override float NextSingle() => (Take() >> 40) * SingleUnit;

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        while (!buffer.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, Take());
            var count = Math.Min(word.Length, buffer.Length);
            word[..count].CopyTo(buffer);
            buffer = buffer[count..];
        }
    }

    protected override double Sample() => NextDouble();

    /// <summary>A number from 0 up to, not including, the limit; 0 for a limit of 0. The high half of a product keeps the bias below 2^-32 for any int.</summary>
    private ulong Below(ulong limit) => Math.BigMul(Take(), limit, out _);

    private ulong Take()
    {
        unchecked
        {
            _state += Increment;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
