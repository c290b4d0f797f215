using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>Stored namespaces.</summary>
internal sealed class NamespaceTarget() : FuzzTarget("namespaces", ErrorCodes.CorruptData)
{
    public override IReadOnlyList<byte[]> Samples { get; } = [NamespaceCodec.Write(new NamespaceInfo { Name = "payments", Description = "é", OwnerEmail = "a@b.example", State = NamespaceState.Registered })];

    public override void Read(byte[] input)
    {
        var read = NamespaceCodec.Read(input);
        Require(NamespaceCodec.Write(read).Length > 0, "what was read can be written");
    }
}
