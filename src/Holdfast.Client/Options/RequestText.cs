using System.Text;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Checks IDs and names before they are sent.</summary>
internal static class RequestText
{
    /// <summary>Longest ID or name, in bytes of UTF-8; the engine's own limit.</summary>
    public const int MaximumBytes = 1_000;

    /// <summary>Throws unless the text has 1 to <see cref="MaximumBytes"/> bytes.</summary>
    public static void Require(string? text, string property)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"{property} is empty; give it a value.");
        }

        if (!WellFormedText.Is(text))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"{property} holds half a surrogate pair, which UTF-8 cannot express.");
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > MaximumBytes)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"{property} has {bytes} bytes of UTF-8; at most {MaximumBytes} are allowed. Shorten it, or use a hash of it.");
        }
    }

    /// <summary>Throws when the text is given and has not 1 to <see cref="MaximumBytes"/> bytes.</summary>
    public static void RequireWhenGiven(string? text, string property)
    {
        if (text is not null)
        {
            Require(text, property);
        }
    }
}
