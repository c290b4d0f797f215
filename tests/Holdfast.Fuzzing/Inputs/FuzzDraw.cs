namespace Holdfast.Fuzzing;

/// <summary>Random numbers of one input: cheap to begin, and the same for the same seed on every machine.</summary>
internal struct FuzzDraw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The seed of an input of a target.</summary>
    public static ulong SeedOf(string target, long input)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in target)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash ^ ((ulong)input * 0x9E3779B97F4A7C15UL);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below the limit, which is at least 1.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);
}
