namespace Holdfast.Worker.Tests;

internal static class Script
{
    public static RunDriver Start(string name, WorkflowTaskHandlerOptions? options = null) => RunDriver.Start((ScriptWorkflow w) => w.RunAsync(name), options);

    public static RunDriver Create(string name, WorkflowTaskHandlerOptions? options = null) => RunDriver.Create((ScriptWorkflow w) => w.RunAsync(name), options);
}
