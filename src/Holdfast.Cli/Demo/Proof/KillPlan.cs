namespace Holdfast.Cli.Demo.Proof;

/// <summary>Says in which phase the next kill should fall, how far the agent should have come, and how long to hold back then. The same seed gives the same plan.</summary>
internal sealed class KillPlan
{
    // The last calls, before which the last planned kill falls.
    private const int CallsLeft = 3;

    private static readonly KillPhase[] AllPhases = Enum.GetValues<KillPhase>();

    private readonly Random _random;
    private readonly int _kills;
    private readonly int _calls;
    private readonly Queue<KillPhase> _cycle = new();
    private readonly Dictionary<KillPhase, int> _hits = AllPhases.ToDictionary(phase => phase, _ => 0);

    /// <summary>Plans.</summary>
    /// <param name="kills">Kills wanted.</param>
    /// <param name="calls">Calls that the whole survey makes.</param>
    /// <param name="seed">Seed.</param>
    public KillPlan(int kills, int calls, int seed)
    {
        _kills = kills;
        _calls = calls;
        _random = new Random(seed);
    }

    /// <summary>Kills so far, by phase.</summary>
    public IReadOnlyDictionary<KillPhase, int> Hits => _hits;

    /// <summary>Kills so far.</summary>
    public int KillCount => _hits.Values.Sum();

    /// <summary>Phases that no kill has hit.</summary>
    public IEnumerable<KillPhase> Missing => AllPhases.Where(phase => _hits[phase] == 0);

    /// <summary>True when there were as many kills as wanted, and every phase was hit.</summary>
    public bool IsDone => KillCount >= _kills && !Missing.Any();

    /// <summary>How many calls must have ended before the next kill: the kills are spread over the survey.</summary>
    public int Threshold => (int)Math.Min((long)(_calls - CallsLeft) * KillCount / Math.Max(1, _kills), _calls - CallsLeft);

    /// <summary>
    /// True when the kill must wait no longer for its phase: the agent has come further than the plan allows, so that it would finish before the last kill. As
    /// long as a phase was not hit, only the end of the survey hurries.
    /// </summary>
    public bool MustHurry(int endedCalls) => IsNearEnd(endedCalls) || (!Missing.Any() && endedCalls >= Threshold + Slack);

    private bool IsNearEnd(int endedCalls) => endedCalls > _calls - CallsLeft;

    private int Slack => Math.Max(1, 2 * _calls / Math.Max(1, _kills));

    /// <summary>The phase that the next kill is to hit.</summary>
    public KillPhase NextPhase()
    {
        if (_cycle.Count == 0)
        {
            var phases = AllPhases.ToArray();
            _random.Shuffle(phases);
            foreach (var phase in phases)
            {
                _cycle.Enqueue(phase);
            }
        }

        var next = _cycle.Dequeue();
        return _hits[next] > 0 && Missing.Any() ? Missing.First() : next;
    }

    /// <summary>How long to hold back once the phase is entered, so that the kills fall at random places in it; shorter near the end, which must not slip by.</summary>
    public TimeSpan NextDelay(KillPhase phase, int endedCalls) => TimeSpan.FromMilliseconds(phase switch
    {
        KillPhase.ModelCall or KillPhase.ToolCall when IsNearEnd(endedCalls) => _random.Next(0, 8),
        KillPhase.Starting => _random.Next(10, 250),
        KillPhase.ModelCall => _random.Next(0, 30),
        KillPhase.ToolCall => _random.Next(0, 25),
        KillPhase.Waiting => _random.Next(0, 200),
        _ => 0,
    });

    /// <summary>Counts a kill.</summary>
    public void Count(KillPhase hit) => _hits[hit]++;
}
