using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The world outside the engine, as activities change it. Knows each effect by the idempotency key of its activity, so that an attempt that runs twice counts once.</summary>
public sealed class Outside
{
    private readonly SortedDictionary<string, HashSet<string>> _counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _requests = new(StringComparer.Ordinal);

    /// <summary>The bank.</summary>
    public TransferLedger Ledger { get; } = new();

    /// <summary>What agents' models cost.</summary>
    public ModelBill Bill { get; } = new();

    /// <summary>What people decided about the tool calls of agents.</summary>
    public ApprovalLog Approvals { get; } = new();

    /// <summary>Large texts that were read and are not what was written.</summary>
    public IList<string> WrongTexts { get; } = [];

    /// <summary>Sends a signal: workflow ID, run, name.</summary>
    public Action<ActivityInfo, string>? SendSignal { get; set; }

    /// <summary>Sends an update: workflow ID, run, name, counter.</summary>
    public Action<ActivityInfo, string>? SendUpdate { get; set; }

    /// <summary>Sends an update that the workflow refuses.</summary>
    public Action<ActivityInfo, string>? SendRefusedUpdate { get; set; }

    /// <summary>A limited activity begins its work: the worker, the attempt, the key.</summary>
    public Action<object?, ActivityRef, string>? EnterLimited { get; set; }

    /// <summary>A limited activity has ended its work: the worker, the attempt.</summary>
    public Action<object?, ActivityRef>? LeaveLimited { get; set; }

    /// <summary>How often a counter was counted.</summary>
    public int CountOf(string counter) => _counters.TryGetValue(counter, out var keys) ? keys.Count : 0;

    /// <summary>Attempts of an activity so far, this one included.</summary>
    public int Attempt(string key) => _attempts[key] = _attempts.GetValueOrDefault(key) + 1;

    /// <summary>Counts once for each key.</summary>
    public void Count(string counter, string key)
    {
        if (!_counters.TryGetValue(counter, out var keys))
        {
            _counters[counter] = keys = new HashSet<string>(StringComparer.Ordinal);
        }

        keys.Add(key);
    }

    /// <summary>True the first time that something is asked for.</summary>
    public bool Ask(string what) => _requests.Add(what);
}
