using System.Text.Json;

namespace Holdfast.Cli.Activities;

/// <summary>Prints what is known of an activity, a line for each fact.</summary>
internal static class ActivityDetailsView
{
    public static void Write(TextWriter output, JsonElement activity)
    {
        foreach (var fact in activity.EnumerateObject())
        {
            output.WriteLine($"{fact.Name,-20}{(fact.Value.ValueKind == JsonValueKind.String ? fact.Value.GetString() : fact.Value.GetRawText())}");
        }
    }
}
