namespace Holdfast.Journaling;

/// <summary>Numbers from a seed, the same on every machine and version (SplitMix64).</summary>
internal sealed class SeededDraw(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from zero to below the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);
}
