using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>A blob that was put, and what a run carries of it.</summary>
internal sealed record HeldBlob(BlobReference Reference, byte[] Content)
{
    public Payload Payload => ExternalPayload.Of(new Payload(Payload.BinaryEncoding, Content), Reference);

    public StartWorkflowExecutionRequest In(StartWorkflowExecutionRequest request) => request with { Input = Payloads.Of(Payload) };
}
