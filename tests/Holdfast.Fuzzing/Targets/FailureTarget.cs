using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>Failures, and the exceptions that are made of them.</summary>
internal sealed class FailureTarget() : FuzzTarget("failures", ErrorCodes.CorruptData, ErrorCodes.ConversionFailed, ErrorCodes.PayloadCodecFailed)
{
    public override IReadOnlyList<byte[]> Samples { get; } = PinnedRecords.Where(name => name.StartsWith("Failure:", StringComparison.Ordinal));

    public override void Read(byte[] input)
    {
        var failure = FailureCodec.Read(input);
        var exception = FailureConverter.ToException(failure, JsonDataConverter.Default);
        Require(exception.Message is not null, "a failure's exception has a message");
    }
}
