using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Fuzzing;

/// <summary>A chat model's answer, whole.</summary>
internal sealed class ChatResponseTarget() : FuzzTarget("chat-responses", ErrorCodes.ModelCallRefused, ErrorCodes.ModelResponseInvalid)
{
    private readonly RepliedChat _chat = new();

    public override IReadOnlyList<byte[]> Samples => ChatSamples.Responses;

    public override IReadOnlyList<byte[]> Words => ChatSamples.Words;

    public override long AllowanceBytes(int inputBytes) => 4 * base.AllowanceBytes(inputBytes);

    public override void Read(byte[] input)
    {
        _chat.Reply(input, "application/json");
        _ = _chat.Client.GetResponseAsync([new ChatMessage(ChatRole.User, "hello")]).GetAwaiter().GetResult();
    }
}
