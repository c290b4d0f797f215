namespace Holdfast.Client.Tests;

/// <summary>Workflows that are static methods.</summary>
public static class Flows
{
    [Workflow]
    public static async Task<string> GreetAsync(string name)
    {
        await Task.CompletedTask;
        return $"Hello, {name}";
    }

    [Workflow]
    public static async Task PingAsync() => await Task.CompletedTask;
}
