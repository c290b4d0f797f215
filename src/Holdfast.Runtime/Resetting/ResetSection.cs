namespace Holdfast.Runtime;

/// <summary>What a reset takes of histories in one turn of the owner, so that other runs have theirs: so many bytes or events, whichever comes first.</summary>
internal sealed class ResetSection
{
    /// <summary>Bytes of histories that are read before others have their turn: 1 MiB.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Events that are copied or carried over, and runs that are visited, before others have their turn.</summary>
    public const int MostSteps = 1_000;

    private int _bytes;
    private int _steps;

    /// <summary>True when it has no bounds.</summary>
    public bool IsEndless { get; set; }

    public bool IsFull => !IsEndless && (_bytes >= MostBytes || _steps >= MostSteps);

    /// <summary>Another one begins.</summary>
    public void Begin() => (_bytes, _steps) = (0, 0);

    /// <summary>A record was passed over.</summary>
    public void NotePassed(int bytes) => _bytes = unchecked(_bytes + bytes);

    /// <summary>An event was taken, or a run visited.</summary>
    public void NoteTaken(int bytes)
    {
        NotePassed(bytes);
        _steps++;
    }
}
