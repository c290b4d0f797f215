using System.Buffers.Binary;
using System.Text;
using Holdfast.Control;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>What comes over the control socket: a frame, and the request in it, carried out on an engine that knows no run.</summary>
internal sealed class ControlFrameTarget() : FuzzTarget("control-frames", ErrorCodes.CorruptData, ErrorCodes.LimitExceeded)
{
    private static readonly ControlEngine Engine = new(EmptyWorkflowService.Create(), "default", JsonDataConverter.Default);

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        .. ControlVerbs.Names.Order(StringComparer.Ordinal).Select(verb => Frame(
            $"{{\"verb\":\"{verb}\",\"workflowId\":\"w\",\"runId\":\"0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21\",\"workflowType\":\"T\",\"name\":\"n\",\"arguments\":[1,\"x\",{{}}],\"reason\":\"r\",\"target\":\"last\",\"eventId\":4,\"priorityKey\":2,\"fairnessWeight\":1.5,\"filter\":\"ExecutionStatus = 'Running'\",\"status\":\"Running\",\"limit\":10,\"attributeType\":\"Keyword\",\"settings\":{{}},\"withHistory\":true}}")),
    ];

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts(
        "\"verb\":", "\"start\"", "\"list\"", "\"reset\"", "\"arguments\":[", "\"limit\":", "\"eventId\":", "\"namespace\":", "\"runId\":", "\"withCurrentDetails\":true", "\"settings\":", "\"retentionDays\":", "\"target\":\"first\"", "\"buildId\":\"b\"");

    public override long AllowanceBytes(int inputBytes) => (1 << 20) + (4 * AllowanceBytesPerInputByte * inputBytes);

    public override bool IsRefusal(Exception exception) => exception is EndOfStreamException || base.IsRefusal(exception);

    public override void Read(byte[] input)
    {
        var request = RequestOf(Mended(input)).GetAwaiter().GetResult();
        var response = ControlVerbs.ExecuteAsync(request, Engine, CancellationToken.None).GetAwaiter().GetResult();
        Require(response.ErrorCode != ErrorCodes.InvariantBroken.ToString(), $"no request breaks an invariant: {response.ErrorMessage}");
    }

    private static async Task<ControlRequest> RequestOf(byte[] frame)
    {
        using MemoryStream stream = new(frame);
        return await MessageFraming.ReadAsync(stream, ControlJson.Default.ControlRequest, CancellationToken.None);
    }

    /// <summary>Most frames get a right length, or hardly any would reach a verb.</summary>
    private static byte[] Mended(byte[] input)
    {
        if (input.Length > sizeof(int) && input[^1] % 8 != 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(input, input.Length - sizeof(int));
        }

        return input;
    }

    private static byte[] Frame(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        var frame = new byte[sizeof(int) + text.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, text.Length);
        text.CopyTo(frame, sizeof(int));
        return frame;
    }
}
