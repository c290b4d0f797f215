using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

public sealed class ScriptedChatClientTests
{
    private static readonly ModelScript Script = new ModelScript()
        .WhenUserSays("weather", ScriptedReply.Call("look", """{"at":"sky"}"""))
        .OnTurn(1, ScriptedReply.Say("Hello there, friend."));

    [Fact]
    public async Task A_stream_gives_the_same_response_as_a_whole_answer()
    {
        using var client = new ScriptedChatClient(Script);

        var whole = await client.GetResponseAsync("hi");
        var updates = await client.GetStreamingResponseAsync("hi").ToListAsync();

        Assert.Equal(["Hello", " there,", " friend."], updates.Select(update => update.Text).Where(text => text.Length > 0));
        Assert.Equal(whole.Text, updates.ToChatResponse().Text);
        Assert.Equal(whole.FinishReason, updates[^1].FinishReason);
        Assert.Equal(whole.Usage!.TotalTokenCount, updates.ToChatResponse().Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task The_same_transcript_gets_the_same_answer_from_another_client()
    {
        using var first = new ScriptedChatClient(Script);
        using var second = new ScriptedChatClient(Script);

        var one = (await first.GetResponseAsync("weather?")).Messages[0].Contents.Cast<FunctionCallContent>().Single();
        var other = (await second.GetResponseAsync("weather?")).Messages[0].Contents.Cast<FunctionCallContent>().Single();

        Assert.Equal((one.CallId, one.Name), (other.CallId, other.Name));
        Assert.Equal("sky", one.Arguments!["at"]!.ToString());
    }

    [Fact]
    public async Task A_script_without_a_fitting_rule_says_so()
    {
        using var client = new ScriptedChatClient(Script);
        ChatMessage[] messages = [new(ChatRole.User, "hi"), new(ChatRole.Assistant, "Hello"), new(ChatRole.User, "bye")];

        var error = await Assert.ThrowsAsync<HoldfastException>(() => client.GetResponseAsync(messages));

        Assert.Equal(ErrorCodes.ScriptHasNoReply, error.Code);
    }
}
