using System.Globalization;
using System.Text;
using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Fields in protobuf's JSON mapping (protobuf.dev, "ProtoJSON format"): defaults are left out, 64-bit integers are texts, enums their names.</summary>
internal static class FieldJson
{
    private const long TicksPerSecond = TimeSpan.TicksPerSecond;

    public static void WriteName(this Utf8JsonWriter writer, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(field, value);
        }
    }

    public static void WriteId(this Utf8JsonWriter writer, string field, long value)
    {
        if (value != 0)
        {
            writer.WriteString(field, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static void WriteRunId(this Utf8JsonWriter writer, string field, RunId? value)
    {
        if (value is { IsNone: false } runId)
        {
            writer.WriteString(field, runId.ToString());
        }
    }

    public static void WriteInteger(this Utf8JsonWriter writer, string field, int value)
    {
        if (value != 0)
        {
            writer.WriteNumber(field, value);
        }
    }

    public static void WriteReal(this Utf8JsonWriter writer, string field, double value)
    {
        if (value != 0)
        {
            writer.WriteNumber(field, value);
        }
    }

    public static void WriteFlag(this Utf8JsonWriter writer, string field, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(field, value: true);
        }
    }

    /// <summary>Writes a point in time as RFC 3339 with up to seven digits below the second.</summary>
    public static void WriteTime(this Utf8JsonWriter writer, string field, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteString(field, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a duration as seconds with the suffix s.</summary>
    public static void WriteDuration(this Utf8JsonWriter writer, string field, TimeSpan? value)
    {
        if (value is not { } duration)
        {
            return;
        }

        var (seconds, ticks) = Math.DivRem(duration.Ticks, TicksPerSecond);
        var fraction = ticks == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $".{Math.Abs(ticks):D7}");
        writer.WriteString(field, string.Create(CultureInfo.InvariantCulture, $"{(duration < TimeSpan.Zero && seconds == 0 ? "-" : string.Empty)}{seconds}{fraction}s"));
    }

    /// <summary>Writes an enum by its Temporal name: the prefix and the value's name in upper snake case. The value with the number zero is left out.</summary>
    public static void WriteEnum<TEnum>(this Utf8JsonWriter writer, string field, string prefix, TEnum value)
        where TEnum : struct, Enum
    {
        if (!EqualityComparer<TEnum>.Default.Equals(value, default))
        {
            writer.WriteString(field, $"{prefix}_{UpperSnake(value.ToString())}");
        }
    }

    /// <summary>A name in upper snake case.</summary>
    public static string UpperSnake(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 8);
        for (var i = 0; i < pascal.Length; i++)
        {
            if (i > 0 && char.IsUpper(pascal[i]))
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(pascal[i]));
        }

        return text.ToString();
    }

    /// <summary>Writes a message whose only field is a name: a workflow type, an activity type, a task queue.</summary>
    public static void WriteNamed(this Utf8JsonWriter writer, string field, string value)
    {
        if (value.Length != 0)
        {
            writer.WriteStartObject(field);
            writer.WriteString("name", value);
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes a task queue of the normal kind.</summary>
    public static void WriteTaskQueue(this Utf8JsonWriter writer, string field, string value)
    {
        if (value.Length != 0)
        {
            writer.WriteStartObject(field);
            writer.WriteString("name", value);
            writer.WriteString("kind", "TASK_QUEUE_KIND_NORMAL");
            writer.WriteEndObject();
        }
    }

    public static void WriteExecution(this Utf8JsonWriter writer, string field, WorkflowExecution value)
    {
        if (string.IsNullOrEmpty(value.WorkflowId))
        {
            return;
        }

        writer.WriteStartObject(field);
        writer.WriteString("workflowId", value.WorkflowId);
        writer.WriteRunId("runId", value.RunId);
        writer.WriteEndObject();
    }

    public static void WriteRetryPolicy(this Utf8JsonWriter writer, string field, RetryPolicy? value)
    {
        if (value is null)
        {
            return;
        }

        writer.WriteStartObject(field);
        writer.WriteDuration("initialInterval", value.InitialInterval);
        writer.WriteReal("backoffCoefficient", value.BackoffCoefficient);
        writer.WriteDuration("maximumInterval", value.MaximumInterval);
        writer.WriteInteger("maximumAttempts", value.MaximumAttempts);
        if (value.NonRetryableErrorTypes.Count != 0)
        {
            writer.WriteStartArray("nonRetryableErrorTypes");
            foreach (var type in value.NonRetryableErrorTypes)
            {
                writer.WriteStringValue(type);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    public static void WritePriority(this Utf8JsonWriter writer, string field, Priority? value)
    {
        if (value is null)
        {
            return;
        }

        writer.WriteStartObject(field);
        writer.WriteInteger("priorityKey", value.PriorityKey);
        writer.WriteName("fairnessKey", value.FairnessKey);
        writer.WriteReal("fairnessWeight", value.FairnessWeight);
        writer.WriteEndObject();
    }
}
