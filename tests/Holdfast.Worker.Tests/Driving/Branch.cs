namespace Holdfast.Worker.Tests;

internal static class Branch
{
    public static RunDriver Start(string name) => RunDriver.Start((BranchWorkflow w) => w.RunAsync(name));

    public static RunDriver Create(string name) => RunDriver.Create((BranchWorkflow w) => w.RunAsync(name));
}
