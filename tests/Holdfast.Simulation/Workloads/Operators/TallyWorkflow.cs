namespace Holdfast.Simulation;

/// <summary>Writes down every name that it is signalled, through runs that follow one another.</summary>
[Workflow]
public sealed class TallyWorkflow
{
    private readonly List<string> names = [];
    private int cameHere;
    private bool isFinished;

    /// <summary>Gives every name, as often as it came.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(TallyState state)
    {
        names.InsertRange(0, state.Names);
        await Workflow.WaitConditionAsync(() => isFinished || cameHere >= state.NamesPerRun);
        if (isFinished)
        {
            return names;
        }

        // What comes meanwhile comes while the task runs that goes on as another.
        await Workflow.ExecuteLocalActivityAsync((ProgramActivities a) => a.EchoAsync("next"));
        if (isFinished)
        {
            return names;
        }

        TallyState next = new(names, state.NamesPerRun);
        throw Workflow.ContinueAsNew((TallyWorkflow w) => w.RunAsync(next));
    }

    /// <summary>A name.</summary>
    [Signal]
    public void Add(string name)
    {
        names.Add(name);
        cameHere++;
    }

    /// <summary>No more will come.</summary>
    [Signal]
    public void Finish(string name) => isFinished = name.Length > 0;
}
