using System.Text.Json;
using Holdfast.Agents;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Demo.Calls;

/// <summary>A model whose calls are watched.</summary>
internal sealed class ObservedChatClient(IChatClient inner, CallWatch watch) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var transcript = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var call = StartOf(transcript, options);
        return watch.RunAsync(call, () => base.GetResponseAsync(transcript, options, cancellationToken), response => EndOf(call, response), cancellationToken);
    }

    private static CallStart StartOf(IReadOnlyList<ChatMessage> transcript, ChatOptions? options)
    {
        var turn = 1 + transcript.Count(message => message.Role == ChatRole.Assistant);
        object? key = null;
        options?.AdditionalProperties?.TryGetValue(ModelRequestProperties.IdempotencyKey, out key);
        return new CallStart
        {
            Kind = CallKind.Model,
            Slot = CallStart.TurnSlot(turn),
            Fingerprint = Fingerprint.Of(transcript),
            IdempotencyKey = key?.ToString() ?? string.Empty,
            Uses = [.. Enumerable.Range(1, turn - 1).Select(CallStart.TurnSlot), .. ResultsIn(transcript)],
            Title = $"model call {turn}",
        };
    }

    // Errors stand for calls that may never have been made: refused ones, or such as a person rejected.
    private static IEnumerable<string> ResultsIn(IEnumerable<ChatMessage> transcript) =>
        transcript.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Where(result => !IsError(result.Result)).Select(result => result.CallId);

    private static bool IsError(object? result) => result is JsonElement { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("error", out _);

    private static CallEnd EndOf(CallStart call, ChatResponse response)
    {
        var asked = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        return new CallEnd { Start = call, Asks = [.. asked.Select(tool => tool.CallId)], Summary = CallText.OfAnswer(response.Text, [.. asked.Select(tool => tool.Name)]) };
    }
}
