using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>
/// A model that follows a script: no network, no keys, and the same answer to the same transcript in every process. For tests, demonstrations and development.
/// </summary>
/// <remarks>Stateless and safe for concurrent use. A token is a word.</remarks>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Func<ScriptTurn, ScriptedReply> _script;
    private readonly ScriptedChatClientOptions _options;
    private readonly ChatClientMetadata _metadata;

    /// <summary>A model whose script is a function.</summary>
    /// <param name="script">Gives the reply. It should depend on nothing but the turn.</param>
    /// <param name="options">How the model behaves; null for the defaults.</param>
    public ScriptedChatClient(Func<ScriptTurn, ScriptedReply> script, ScriptedChatClientOptions? options = null)
    {
        _script = script;
        _options = options ?? new ScriptedChatClientOptions();
        _metadata = new ChatClientMetadata("scripted", defaultModelId: _options.ModelId);
    }

    /// <summary>A model whose script consists of rules.</summary>
    /// <param name="script">The rules.</param>
    /// <param name="options">How the model behaves; null for the defaults.</param>
    public ScriptedChatClient(ModelScript script, ScriptedChatClientOptions? options = null)
        : this(turn => script.Reply(turn), options)
    {
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = new ScriptTurn([.. messages], options);
        var notice = await StartAsync(turn, cancellationToken);
        ChatResponse response;
        try
        {
            response = ResponseTo(turn);
        }
        catch (Exception exception)
        {
            await EndAsync(notice, exception, cancellationToken);
            throw;
        }

        await EndAsync(notice, null, cancellationToken);
        return response;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var turn = new ScriptTurn([.. messages], options);
        var notice = await StartAsync(turn, cancellationToken);
        IReadOnlyList<ChatResponseUpdate> updates;
        try
        {
            updates = ScriptedStream.Of(ResponseTo(turn));
        }
        catch (Exception exception)
        {
            await EndAsync(notice, exception, cancellationToken);
            throw;
        }

        for (var i = 0; i < updates.Count; i++)
        {
            await WaitAsync(i == 0 ? TimeSpan.Zero : _options.WordLatency, cancellationToken);
            yield return updates[i];
        }

        await EndAsync(notice, null, cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing.
    }

    private ChatResponse ResponseTo(ScriptTurn turn)
    {
        var reply = _script(turn);
        return reply.Failure is null ? ScriptedResponse.Of(turn, reply, _options.ModelId) : throw reply.Failure;
    }

    private async Task<ModelCallNotice> StartAsync(ScriptTurn turn, CancellationToken cancellationToken)
    {
        var notice = new ModelCallNotice(_options.ModelId, turn.IdempotencyKey, turn.Number, turn.Attempt);
        if (_options.Observer is { } observer)
        {
            await observer.CallStartingAsync(notice, cancellationToken);
        }

        await WaitAsync(_options.Latency, cancellationToken);
        return notice;
    }

    private async Task EndAsync(ModelCallNotice notice, Exception? failure, CancellationToken cancellationToken)
    {
        if (_options.Observer is { } observer)
        {
            await observer.CallEndedAsync(notice, failure, cancellationToken);
        }
    }

    private Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => time <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(time, _options.TimeProvider, cancellationToken);
}
