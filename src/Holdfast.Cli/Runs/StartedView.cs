using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Prints what was started.</summary>
internal static class StartedView
{
    public static void Write(TextWriter output, JsonElement result) =>
        output.WriteLine($"Started {result.GetProperty("workflowId").GetString()} (run {result.GetProperty("runId").GetString()}).");
}
