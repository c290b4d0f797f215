using System.Collections.Concurrent;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Data;

/// <summary>Writes the context of each payload beside it, and compares it with the one in which the payload is read.</summary>
internal sealed class ContextStamp(ConcurrentDictionary<string, bool> seen, SerializationContext? context = null) : IPayloadCodec, ISerializationContextAware<IPayloadCodec>
{
    private const string Entry = "context";

    public IPayloadCodec WithContext(SerializationContext context) => new ContextStamp(seen, context);

    public Payload Encode(Payload payload)
    {
        var stamp = $"{Place()} {context?.WorkflowType} {context?.ActivityId} {context?.ActivityType} {context?.Use}";
        seen.TryAdd(stamp, true);
        return new Payload(payload.Encoding, payload.Data, new PayloadMetadata([.. payload.Metadata, new(Entry, Encoding.UTF8.GetBytes(stamp))]));
    }

    public Payload Decode(Payload payload)
    {
        Assert.True(payload.Metadata.TryGet(Entry, out var stamp), "what is read was written by the same codec");
        var written = Encoding.UTF8.GetString(stamp.Span);
        Assert.True(context?.Use == PayloadUse.Failure || written.StartsWith($"{Place()} ", StringComparison.Ordinal), $"'{written}' is read at '{Place()}'");
        return new Payload(payload.Encoding, payload.Data, new PayloadMetadata(payload.Metadata.Where(static e => e.Key != Entry)));
    }

    private string Place() => $"{context?.Namespace}/{context?.WorkflowId}";
}
