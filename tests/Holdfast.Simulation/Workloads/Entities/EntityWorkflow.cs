namespace Holdfast.Simulation;

/// <summary>A total that clients add to and read. Goes on as a new run after some messages.</summary>
[Workflow]
public sealed class EntityWorkflow
{
    private Dictionary<string, int> _answers = [];
    private int _total;
    private int _handled;
    private bool _isFinished;

    /// <summary>Counts until it is told to finish; gives the total.</summary>
    public async Task<int> RunAsync(EntityState state)
    {
        _answers = new Dictionary<string, int>(state.Answers, StringComparer.Ordinal);
        _total = state.Total;
        await Workflow.WaitConditionAsync(() => _isFinished || _handled >= state.MessagesPerRun);

        // What comes meanwhile comes while the task runs that ends the run.
        await Workflow.ExecuteLocalActivityAsync((ProgramActivities a) => a.EchoAsync("next"));
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        if (_isFinished)
        {
            return _total;
        }

        EntityState next = new(_total, _answers, state.MessagesPerRun);
        throw Workflow.ContinueAsNew((EntityWorkflow w) => w.RunAsync(next));
    }

    /// <summary>Adds, once for each operation.</summary>
    [Signal]
    public void Add(string operation, int amount) => Apply(operation, amount);

    /// <summary>Adds, once for each operation, and gives the total that came of it.</summary>
    [Update]
    public async Task<int> AddAndGetAsync(string operation, int amount)
    {
        var answer = Apply(operation, amount);
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(5));
        return answer;
    }

    /// <summary>The total.</summary>
    [Query]
    public int Total() => _total;

    /// <summary>No more will come.</summary>
    [Signal]
    public void Finish(string operation) => _isFinished = operation.Length > 0;

    private int Apply(string operation, int amount)
    {
        if (!_answers.TryGetValue(operation, out var answer))
        {
            _handled++;
            _total += amount;
            _answers[operation] = answer = _total;
        }

        return answer;
    }
}
