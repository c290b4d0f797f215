using System.Text.Json;

namespace Holdfast.Worker;

/// <summary>Times and durations in a marker: seconds and nanoseconds, as Temporal's SDKs write them.</summary>
internal static class MarkerTime
{
    private const int NanosecondsPerTick = 100;
    private static readonly JsonEncodedText Seconds = JsonEncodedText.Encode("seconds");
    private static readonly JsonEncodedText Nanos = JsonEncodedText.Encode("nanos");

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, TimeSpan? duration)
    {
        if (duration is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber(Seconds, value.Ticks / TimeSpan.TicksPerSecond);
        writer.WriteNumber(Nanos, value.Ticks % TimeSpan.TicksPerSecond * NanosecondsPerTick);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset? time) => Write(writer, name, time - DateTimeOffset.UnixEpoch);

    /// <summary>The duration of that name; null when there is none.</summary>
    /// <exception cref="OverflowException">It is longer than a TimeSpan can say.</exception>
    public static TimeSpan? ReadDuration(JsonElement from, JsonEncodedText name) =>
        from.TryGetProperty(name.EncodedUtf8Bytes, out var value) && value.ValueKind is JsonValueKind.Object
            ? new TimeSpan(checked((value.GetProperty(Seconds.EncodedUtf8Bytes).GetInt64() * TimeSpan.TicksPerSecond) + (value.GetProperty(Nanos.EncodedUtf8Bytes).GetInt64() / NanosecondsPerTick)))
            : null;

    public static DateTimeOffset? ReadTime(JsonElement from, JsonEncodedText name) => DateTimeOffset.UnixEpoch + ReadDuration(from, name);
}
