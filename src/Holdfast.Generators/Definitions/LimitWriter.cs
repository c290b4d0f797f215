using System.Globalization;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Definitions;

/// <summary>Writes limits that attributes declare into definitions.</summary>
internal static class LimitWriter
{
    /// <summary>Those of a workflow.</summary>
    public static void WriteWorkflow(SourceWriter writer, LimitSet limits)
    {
        Write(writer, "StartLimit", limits.OfType);
        Write(writer, "StartLimitPerKey", limits.OfKeyOfType);
        WriteQueue(writer, [.. Starts("WorkflowStarts", limits.OfQueue), .. Starts("WorkflowStartsPerKey", limits.OfKeyOfQueue)]);
    }

    /// <summary>Those of an activity.</summary>
    public static void WriteActivity(SourceWriter writer, LimitSet limits)
    {
        foreach (var fact in Attempts("MaxConcurrent", "MaxPerSecond", limits.OfType).Concat(Attempts("MaxConcurrentPerKey", "MaxPerSecondPerKey", limits.OfKeyOfType)))
        {
            writer.Line(fact + ",");
        }

        WriteQueue(
            writer,
            [.. Attempts("MaxConcurrentActivities", "ActivitiesPerSecond", limits.OfQueue), .. Attempts("MaxConcurrentActivitiesPerKey", "ActivitiesPerSecondPerKey", limits.OfKeyOfQueue)]);
    }

    private static void Write(SourceWriter writer, string property, LimitModel? limit)
    {
        foreach (var fact in Starts(property, limit))
        {
            writer.Line(fact + ",");
        }
    }

    private static void WriteQueue(SourceWriter writer, List<string> facts)
    {
        if (facts.Count > 0)
        {
            writer.Line($"QueueLimits = new {GeneratedFile.Protocol}TaskQueueLimits {{ {string.Join(", ", facts)} }},");
        }
    }

    private static IEnumerable<string> Attempts(string concurrency, string rate, LimitModel? limit)
    {
        if (limit?.MaxConcurrent is { } most)
        {
            yield return $"{concurrency} = {Text(most)}";
        }

        if (limit?.PerSecond is { } perSecond)
        {
            yield return $"{rate} = {Text(perSecond)}";
        }
    }

    private static IEnumerable<string> Starts(string property, LimitModel? limit)
    {
        if (limit is null)
        {
            yield break;
        }

        List<string> facts = [.. Attempts("MaxConcurrent", "StartsPerSecond", limit)];
        AddNumber(facts, "Policy", "StartLimitPolicy", limit.Policy);
        AddNumber(facts, "ReplacedRuns", "ReplacedRunAction", limit.ReplacedRuns);
        AddTime(facts, "QuietPeriod", limit.QuietTicks);
        AddTime(facts, "MaximumDelay", limit.MaximumDelayTicks);
        yield return $"{property} = new {GeneratedFile.Protocol}StartLimit {{ {string.Join(", ", facts)} }}";
    }

    private static void AddNumber(List<string> facts, string property, string type, int number)
    {
        if (number != 0)
        {
            facts.Add($"{property} = ({GeneratedFile.Protocol}{type}){Text(number)}");
        }
    }

    private static void AddTime(List<string> facts, string property, long? ticks)
    {
        if (ticks is { } value)
        {
            facts.Add($"{property} = global::System.TimeSpan.FromTicks({value.ToString(CultureInfo.InvariantCulture)}L)");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture) + "d";
}
