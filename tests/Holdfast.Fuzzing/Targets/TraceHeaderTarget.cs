using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>The trace in a header. One that cannot be read is none.</summary>
internal sealed class TraceHeaderTarget() : FuzzTarget("trace-headers")
{
    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts("{\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\",\"tracestate\":\"a=b\"}");

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts("\"traceparent\":", "\"tracestate\":", "00-");

    public override void Read(byte[] input) =>
        _ = TraceHeader.Read(PayloadMap.Of([new(TracingInterceptor.HeaderName, new Payload(Payload.JsonEncoding, input))]));
}
