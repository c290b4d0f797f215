using System.Text;

namespace Holdfast.Fuzzing.Tests;

/// <summary>Inputs that once broke a reader. Each was mended where it broke.</summary>
public sealed class EarlierFindingsTests
{
    [Theory]
    [InlineData("cron", "CRON_TZ=Europe/ 0 0 * * *")]
    [InlineData("search-attributes", " [ ]")]
    [InlineData("trace-headers", """{"traceparent":"\ud800"}""")]
    [InlineData("markers", """{"id":5}""")]
    [InlineData("markers", """{"seq":1,"attempt":1,"activity_id":"1","activity_type":"T","backoff":{"seconds":9223372036854775807,"nanos":0}}""")]
    [InlineData("provider-errors", """{"error":{"message":"\ud800"}}""")]
    [InlineData("chat-responses", """{"choices":[{"message":{"content":"\ud800"}}]}""")]
    [InlineData("chat-responses", """{"e\ud800":1,"error":null}""")]
    [InlineData("chat-streams", "data: {\"choices\":[{\"delta\":{\"content\":\"\\ud800\"}}]}\n\n")]
    public void A_text_is_taken_as_it_must(string target, string text) => Require(target, Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("""{"verb":"query","workflowId":"w","name":"n","arguments":null}""")]
    [InlineData("""{"verb":null}""")]
    public void A_request_with_a_null_is_answered(string json) => Require("control-frames", [(byte)Encoding.UTF8.GetByteCount(json), 0, 0, 0, .. Encoding.UTF8.GetBytes(json)]);

    [Fact]
    public void A_frame_that_only_claims_a_length_takes_no_memory() => Require("control-frames", [0, 0, 0, 2, (byte)'{', 8]);

    [Fact]
    public void An_archived_run_that_is_no_compressed_stream_is_refused_although_its_checksum_is_right() => Require("archive", [.. "HFRA"u8, 1, 0, 0, 0, 0, 31, 139, 9, 0]);

    private static void Require(string target, byte[] input)
    {
        var finding = new FuzzRun(FuzzTargets.Named(target)).Feed(input);
        Assert.True(finding is null, finding?.ToString());
    }
}
