namespace Holdfast.Protocol.Codec;

/// <summary>The errors of this codec.</summary>
internal static class CorruptRecord
{
    public static HoldfastException Because(string reason) =>
        new(ErrorCodes.CorruptData, $"Stored bytes cannot be decoded: {reason}.");

    public static HoldfastException Missing(string message, string field) =>
        Because($"{message} lacks its {field}");

    public static HoldfastException NotEncodable(object value) =>
        new(ErrorCodes.InvariantBroken, $"The record codec has no encoding for {value.GetType().Name}. This is a defect of Holdfast; please report it with this message.");

    public static HoldfastException TooLarge(long byteCount) =>
        new(ErrorCodes.LimitExceeded, $"A record of {byteCount} bytes is longer than the limit of {RunRecordCodec.MaximumRecordBytes} bytes.");
}
