namespace Holdfast.Simulation;

/// <summary>A total that clients add to and read. Goes on as a new run after some messages.</summary>
[Workflow]
public sealed class EntityWorkflow
{
    private Dictionary<string, int> answers = [];
    private int total;
    private int handled;
    private bool isFinished;

    /// <summary>Counts until it is told to finish; gives the total.</summary>
    public async Task<int> RunAsync(EntityState state)
    {
        answers = new Dictionary<string, int>(state.Answers, StringComparer.Ordinal);
        total = state.Total;
        await Workflow.WaitConditionAsync(() => isFinished || handled >= state.MessagesPerRun);

        // What comes meanwhile comes while the task runs that ends the run.
        await Workflow.ExecuteLocalActivityAsync((ProgramActivities a) => a.EchoAsync("next"));
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        if (isFinished)
        {
            return total;
        }

        EntityState next = new(total, answers, state.MessagesPerRun);
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
    public int Total() => total;

    /// <summary>No more will come.</summary>
    [Signal]
    public void Finish(string operation) => isFinished = operation.Length > 0;

    private int Apply(string operation, int amount)
    {
        if (!answers.TryGetValue(operation, out var answer))
        {
            handled++;
            total += amount;
            answers[operation] = answer = total;
        }

        return answer;
    }
}
