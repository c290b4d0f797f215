using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>How a local activity ended, and the marker that records it, in the form that Temporal's SDKs write and read.</summary>
internal sealed record LocalActivityMarker
{
    public const string MarkerName = "core_local_activity";

    private const string DataKey = "data";
    private const string ResultKey = "result";
    private static readonly JsonEncodedText SeqName = JsonEncodedText.Encode("seq");
    private static readonly JsonEncodedText AttemptName = JsonEncodedText.Encode("attempt");
    private static readonly JsonEncodedText ActivityIdName = JsonEncodedText.Encode("activity_id");
    private static readonly JsonEncodedText ActivityTypeName = JsonEncodedText.Encode("activity_type");
    private static readonly JsonEncodedText CompleteTimeName = JsonEncodedText.Encode("complete_time");
    private static readonly JsonEncodedText BackoffName = JsonEncodedText.Encode("backoff");
    private static readonly JsonEncodedText OriginalScheduleTimeName = JsonEncodedText.Encode("original_schedule_time");

    /// <summary>Its number among the run's activities.</summary>
    public required int Seq { get; init; }

    /// <summary>The last attempt, from 1.</summary>
    public required int Attempt { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    /// <summary>The workflow's time when it ended; null when it was given up.</summary>
    public DateTimeOffset? CompleteTime { get; init; }

    /// <summary>How long a durable timer waits before the next attempt; null when there is none.</summary>
    public TimeSpan? Backoff { get; init; }

    /// <summary>When the first attempt was asked for, by the worker's clock.</summary>
    public DateTimeOffset? OriginalScheduleTime { get; init; }

    /// <summary>The result; null when it failed.</summary>
    public Payload? Result { get; init; }

    /// <summary>Why it failed; null when it gave a result.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What a marker tells of; null for a marker of another kind.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/> when the marker cannot be read.</exception>
    public static LocalActivityMarker? Of(HistoryEvent recorded) => recorded.Attributes is MarkerRecorded { MarkerName: MarkerName } marker ? Read(recorded, marker) : null;

    public RecordMarkerCommand ToCommand()
    {
        var data = Payloads.Of(MarkerJson.Write(WriteData));
        return new RecordMarkerCommand
        {
            MarkerName = MarkerName,
            Details = Result is null ? PayloadsMap.Of([new(DataKey, data)]) : PayloadsMap.Of([new(DataKey, data), new(ResultKey, Payloads.Of(Result))]),
            Failure = Failure,
        };
    }

    private static LocalActivityMarker Read(HistoryEvent recorded, MarkerRecorded marker)
    {
        using var document = MarkerJson.Read(recorded, marker, DataKey);
        var data = document.RootElement;
        try
        {
            return new LocalActivityMarker
            {
                Seq = data.GetProperty(SeqName.EncodedUtf8Bytes).GetInt32(),
                Attempt = data.GetProperty(AttemptName.EncodedUtf8Bytes).GetInt32(),
                ActivityId = Text(data, ActivityIdName),
                ActivityType = Text(data, ActivityTypeName),
                CompleteTime = MarkerTime.ReadTime(data, CompleteTimeName),
                Backoff = MarkerTime.ReadDuration(data, BackoffName),
                OriginalScheduleTime = MarkerTime.ReadTime(data, OriginalScheduleTimeName),
                Result = marker.Details.TryGetValue(ResultKey, out var result) && result.Count > 0 ? result[0] : null,
                Failure = marker.Failure,
            };
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw MarkerJson.Unreadable(recorded, marker, exception);
        }
    }

    private static string Text(JsonElement data, JsonEncodedText name) =>
        data.GetProperty(name.EncodedUtf8Bytes).GetString() ?? throw new FormatException($"'{name}' is null.");

    private void WriteData(Utf8JsonWriter writer)
    {
        writer.WriteNumber(SeqName, Seq);
        writer.WriteNumber(AttemptName, Attempt);
        writer.WriteString(ActivityIdName, ActivityId);
        writer.WriteString(ActivityTypeName, ActivityType);
        MarkerTime.Write(writer, CompleteTimeName, CompleteTime);
        MarkerTime.Write(writer, BackoffName, Backoff);
        MarkerTime.Write(writer, OriginalScheduleTimeName, OriginalScheduleTime);
    }
}
