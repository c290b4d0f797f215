using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>What workers say of updates.</summary>
internal sealed class UpdateMessageTarget() : FuzzTarget("update-messages", ErrorCodes.CorruptData)
{
    public override IReadOnlyList<byte[]> Samples { get; } = PinnedRecords.Where(name => name.StartsWith("UpdateMessage:", StringComparison.Ordinal));

    public override void Read(byte[] input) => _ = UpdateMessageCodec.Read(input);
}
