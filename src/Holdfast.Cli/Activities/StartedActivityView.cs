using System.Text.Json;

namespace Holdfast.Cli.Activities;

/// <summary>Prints which activity was started.</summary>
internal static class StartedActivityView
{
    public static void Write(TextWriter output, JsonElement result) =>
        output.WriteLine($"Started {result.GetProperty("activityId").GetString()} (run {result.GetProperty("runId").GetString()}).");
}
