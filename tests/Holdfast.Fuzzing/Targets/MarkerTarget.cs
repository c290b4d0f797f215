using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Fuzzing;

/// <summary>Markers of patches and local activities, which other SDKs write too.</summary>
internal sealed class MarkerTarget() : FuzzTarget("markers", ErrorCodes.CorruptData)
{
    private static readonly (string Marker, string Details)[] Kinds = [(PatchMarker.MarkerName, "patch-data"), (LocalActivityMarker.MarkerName, "data")];

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(
        """{"id":"new-rates","deprecated":false}""",
        """{"seq":1,"attempt":2,"activity_id":"1","activity_type":"Charge","complete_time":{"seconds":1767323045,"nanos":5000000},"backoff":null,"original_schedule_time":{"seconds":1767323044,"nanos":0}}""");

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts("\"id\":", "\"deprecated\":true", "\"backoff\":{\"seconds\":9223372036854775807,\"nanos\":0}", "\"complete_time\":", "\"seconds\":", "\"nanos\":", "\"seq\":", "\"attempt\":", "\"activity_id\":");

    public override long AllowanceBytes(int inputBytes) => 2 * base.AllowanceBytes(inputBytes);

    public override void Read(byte[] input)
    {
        foreach (var (marker, details) in Kinds)
        {
            MarkerRecorded recorded = new() { WorkflowTaskCompletedEventId = 4, MarkerName = marker, Details = PayloadsMap.Of([new(details, Payloads.Of(new Payload(Payload.JsonEncoding, input)))]) };
            HistoryEvent item = new(7, DateTimeOffset.UnixEpoch, recorded);
            try
            {
                Require(PatchMarker.Of(item) is not null || LocalActivityMarker.Of(item) is not null, "a marker of a known name is known");
            }
            catch (HoldfastException exception) when (IsRefusal(exception))
            {
                // Then it may still be the other one.
            }
        }
    }
}
