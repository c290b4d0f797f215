namespace Holdfast.Runtime;

/// <summary>What a reset takes of histories in one turn of the owner, so that other runs have theirs: so many bytes or events, whichever comes first.</summary>
/// <param name="mostBytes">Bytes that are read; a record more at most.</param>
/// <param name="mostSteps">Events that are copied or carried over, and runs that are visited besides the first.</param>
internal sealed class ResetSection(int mostBytes, int mostSteps)
{
    private int _bytes;
    private int _steps;

    /// <summary>True when it has no bounds.</summary>
    public bool IsEndless { get; set; }

    public bool IsFull => !IsEndless && (_bytes >= mostBytes || _steps >= mostSteps);

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
