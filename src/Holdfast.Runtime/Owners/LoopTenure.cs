namespace Holdfast.Runtime;

/// <summary>
/// Who may run an owner's loop. While the loop calls workflow code it can be taken over: the caller then finds, when workflow code returns, that the loop is
/// no longer its own. One word, changed by compare-and-swap: the generation of the tenure, and whether it is in a call.
/// </summary>
internal sealed class LoopTenure
{
    private const long InCall = 1;
    private long _word;
    private long _callTimestamp;

    /// <summary>Workflow code is about to be called.</summary>
    /// <param name="timestamp">Now, of the time provider.</param>
    /// <returns>To be given to <see cref="TryLeave"/>.</returns>
    public long Enter(long timestamp)
    {
        Volatile.Write(ref _callTimestamp, timestamp);
        var word = Volatile.Read(ref _word) | InCall;
        Volatile.Write(ref _word, word);
        return word;
    }

    /// <summary>Workflow code returned; false when the loop was taken over meanwhile.</summary>
    public bool TryLeave(long ticket) => Interlocked.CompareExchange(ref _word, ticket & ~InCall, ticket) == ticket;

    /// <summary>Takes the loop over when it has been in one call since before a time; the caller must then run it.</summary>
    public bool TryTakeOver(long calledBefore)
    {
        var word = Volatile.Read(ref _word);
        return (word & InCall) != 0
            && Volatile.Read(ref _callTimestamp) < calledBefore
            && Interlocked.CompareExchange(ref _word, (word & ~InCall) + 2, word) == word;
    }
}
