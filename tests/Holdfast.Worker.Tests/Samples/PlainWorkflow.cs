namespace Holdfast.Worker.Tests;

/// <summary>A workflow without handlers, whose code is given by the test.</summary>
[Workflow]
public sealed class PlainWorkflow
{
    public Task<string> RunAsync(string script) => ForeignScripts.All[script]();
}
