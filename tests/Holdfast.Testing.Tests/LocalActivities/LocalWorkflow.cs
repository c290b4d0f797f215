namespace Holdfast.Testing.Tests;

/// <summary>Workflow code given by the test: each test names a script.</summary>
[Workflow]
public sealed class LocalWorkflow
{
    public int Signals { get; private set; }

    public Task<string> RunAsync(string script) => LocalScripts.All[script](this);

    [Signal]
    public void Poke() => Signals++;

    /// <summary>Counts before its local activity and after it.</summary>
    [Update]
    public async Task<string> HoldAsync()
    {
        Signals++;
        var held = await Workflow.ExecuteLocalActivityAsync((LocalWork w) => w.HoldAsync(CancellationToken.None));
        Signals++;
        return held;
    }

    [Query]
    public int CountSignals() => Signals;
}
