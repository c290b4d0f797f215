using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>What a ledger tells of one call of the conversation.</summary>
internal sealed class CallRecord(CallKind kind, string slot)
{
    private readonly HashSet<int> _processes = [];

    public CallKind Kind { get; } = kind;

    public string Slot { get; } = slot;

    /// <summary>The keys that its attempts had.</summary>
    public SortedSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The fingerprints of what its attempts asked.</summary>
    public SortedSet<string> Fingerprints { get; } = new(StringComparer.Ordinal);

    public int Attempts { get; private set; }

    /// <summary>True when an attempt gave a result.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>True when an attempt failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Attempts that began after one had ended.</summary>
    public int RepeatsAfterEnd { get; private set; }

    /// <summary>The call that used the result first; null while none has begun.</summary>
    public string? FirstUser { get; private set; }

    /// <summary>Counts an attempt.</summary>
    /// <returns>False when the process has attempted the call before.</returns>
    public bool Begin(LedgerEntry entry)
    {
        Attempts++;
        Keys.Add(entry.Key);
        Fingerprints.Add(entry.Fingerprint);
        RepeatsAfterEnd += HasEnded ? 1 : 0;
        return _processes.Add(entry.ProcessId);
    }

    public bool HasBegunIn(int processId) => _processes.Contains(processId);

    public void End() => HasEnded = true;

    /// <summary>An attempt gave no result: the process may attempt the call again.</summary>
    public void Fail(int processId)
    {
        HasFailed = true;
        _processes.Remove(processId);
    }

    public void UseFor(string user) => FirstUser ??= user;
}
