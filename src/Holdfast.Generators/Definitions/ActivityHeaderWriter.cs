using System.Globalization;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Definitions;

/// <summary>Writes the part of an activity definition that its attribute and declaration give.</summary>
internal static class ActivityHeaderWriter
{
    public static void Write(SourceWriter writer, ActivityHeader header, MethodModel method)
    {
        writer.Line($"Name = {TypeText.Literal(header.Name)},");
        writer.Line($"DeclaringType = typeof({method.DeclaringType}),");
        writer.Line($"NeedsInstance = {(method.IsStatic ? "false" : "true")},");
        if (header.IsDynamic)
        {
            writer.Line("IsDynamic = true,");
        }

        WriteTimeout(writer, "StartToCloseTimeout", header.StartToCloseTicks);
        WriteTimeout(writer, "ScheduleToCloseTimeout", header.ScheduleToCloseTicks);
        WriteTimeout(writer, "HeartbeatTimeout", header.HeartbeatTicks);
        if (header.MaximumAttempts != 0)
        {
            writer.Line($"MaximumAttempts = {header.MaximumAttempts.ToString(CultureInfo.InvariantCulture)},");
        }

        LimitWriter.WriteActivity(writer, header.Limits);
    }

    private static void WriteTimeout(SourceWriter writer, string property, long? ticks)
    {
        if (ticks is { } value)
        {
            writer.Line($"{property} = global::System.TimeSpan.FromTicks({value.ToString(CultureInfo.InvariantCulture)}L),");
        }
    }
}
