using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Payloads are larger than they may be (HF1006); they were not sent.</summary>
public sealed class PayloadTooLargeException : HoldfastException
{
    internal PayloadTooLargeException(string what, long bytes, PayloadLimits limits)
        : base(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{what} has {bytes} bytes after the codecs; at most {limits.MaximumBytes} are allowed. Pass less, compress it (CompressionCodec), or pass a reference to where the data lies."))
    {
        What = what;
        Bytes = bytes;
    }

    /// <summary>What is too large, and whose it is.</summary>
    public string What { get; }

    /// <summary>How large it is.</summary>
    public long Bytes { get; }
}
