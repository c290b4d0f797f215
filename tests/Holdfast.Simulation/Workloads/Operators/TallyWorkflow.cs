namespace Holdfast.Simulation;

/// <summary>Writes down every name that it is signalled, through runs that follow one another.</summary>
[Workflow]
public sealed class TallyWorkflow
{
    private readonly List<string> _names = [];
    private int _cameHere;
    private bool _isFinished;

    /// <summary>Gives every name, as often as it came.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(TallyState state)
    {
        _names.InsertRange(0, state.Names);
        await Workflow.WaitConditionAsync(() => _isFinished || _cameHere >= state.NamesPerRun);
        if (_isFinished)
        {
            return _names;
        }

        // What comes meanwhile comes while the task runs that goes on as another.
        await Workflow.ExecuteLocalActivityAsync((ProgramActivities a) => a.EchoAsync("next"));
        if (_isFinished)
        {
            return _names;
        }

        TallyState next = new(_names, state.NamesPerRun);
        throw Workflow.ContinueAsNew((TallyWorkflow w) => w.RunAsync(next));
    }

    /// <summary>A name.</summary>
    [Signal]
    public void Add(string name)
    {
        _names.Add(name);
        _cameHere++;
    }

    /// <summary>No more will come.</summary>
    [Signal]
    public void Finish(string name) => _isFinished = name.Length > 0;
}
