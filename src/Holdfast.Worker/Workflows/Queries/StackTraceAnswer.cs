using System.Globalization;
using System.Text;
using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Tells where a run's code waits.</summary>
internal static class StackTraceAnswer
{
    private const string SdkName = "holdfast-dotnet";

    private static readonly string SdkVersion = typeof(StackTraceAnswer).Assembly.GetName().Version?.ToString() ?? string.Empty;

    public static string Text(WorkflowRun run)
    {
        var text = new StringBuilder();
        foreach (var wait in WaitsOf(run))
        {
            text.Append(text.Length == 0 ? string.Empty : "\n").Append(wait.What).Append('\n');
            foreach (var frame in wait.Frames)
            {
                text.Append("   at ").Append(frame.Name).Append(frame.File is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" in {frame.File}:line {frame.Line}")).Append('\n');
            }
        }

        return text.ToString();
    }

    public static Payload Data(WorkflowRun run) => JsonAnswer.Write(writer =>
    {
        writer.WriteStartObject("sdk");
        writer.WriteString("name", SdkName);
        writer.WriteString("version", SdkVersion);
        writer.WriteEndObject();
        writer.WriteStartObject("sources");
        writer.WriteEndObject();
        writer.WriteStartArray("stacks");
        foreach (var wait in WaitsOf(run))
        {
            WriteStack(writer, wait);
        }

        writer.WriteEndArray();
    });

    private static IReadOnlyList<TracedWait> WaitsOf(WorkflowRun run)
    {
        Invariant.That(run.Trace is not null, "a stack trace is asked of a run that was replayed for it");
        return run.Trace.Waits;
    }

    private static void WriteStack(Utf8JsonWriter writer, TracedWait wait)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("locations");
        foreach (var frame in wait.Frames)
        {
            writer.WriteStartObject();
            if (frame.File is not null)
            {
                writer.WriteString("file_path", frame.File);
                writer.WriteNumber("line", frame.Line);
            }

            writer.WriteString("function_name", frame.Name);
            writer.WriteBoolean("internal_code", false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
