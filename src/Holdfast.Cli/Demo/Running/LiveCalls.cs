using System.Collections.Concurrent;
using System.Threading.Channels;
using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Running;

/// <summary>The calls that this process makes, as they go on.</summary>
/// <param name="events">Where they are told.</param>
/// <param name="begunBefore">Keys of the calls that earlier processes began.</param>
internal sealed class LiveCalls(ChannelWriter<SurveyEvent> events, IReadOnlySet<string> begunBefore) : ICallObserver
{
    private readonly ConcurrentDictionary<string, CallKind> _begun = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Began(CallStart call)
    {
        _begun[call.IdempotencyKey] = call.Kind;
        _ = events.TryWrite(new SurveyEvent.CallBegan(call, begunBefore.Contains(call.IdempotencyKey)));
    }

    /// <inheritdoc/>
    public void Ended(CallEnd call) => _ = events.TryWrite(new SurveyEvent.CallMade(call));

    /// <summary>True when this process has begun the call of a key.</summary>
    public bool HasBegun(string key) => _begun.ContainsKey(key);
}
