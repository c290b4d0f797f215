using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Fuzzing;

/// <summary>A chat model's answer, as a stream of server-sent events.</summary>
internal sealed class ChatStreamTarget() : FuzzTarget("chat-streams", ErrorCodes.ModelCallRefused, ErrorCodes.ModelResponseInvalid)
{
    private readonly RepliedChat _chat = new();

    public override IReadOnlyList<byte[]> Samples => ChatSamples.Streams;

    public override IReadOnlyList<byte[]> Words => ChatSamples.Words;

    public override long AllowanceBytes(int inputBytes) => 4 * base.AllowanceBytes(inputBytes);

    /// <summary>A stream that breaks off is an error of the network.</summary>
    public override bool IsRefusal(Exception exception) => exception is EndOfStreamException || base.IsRefusal(exception);

    public override void Read(byte[] input)
    {
        _chat.Reply(input, "text/event-stream");
        ReadAsync().GetAwaiter().GetResult();
    }

    private async Task ReadAsync()
    {
        await foreach (var update in _chat.Client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "hello")]))
        {
            _ = update.Text;
        }
    }
}
