using System.Text;

namespace Holdfast.Protocol;

/// <summary>Tells text that UTF-8 can hold from text that it cannot.</summary>
public static class WellFormedText
{
    private const char FirstSurrogate = '\uD800';
    private const char LastSurrogate = '\uDFFF';

    /// <summary>True when every surrogate has its partner. Anything else would be changed silently when it is written.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange(FirstSurrogate, LastSurrogate) is var index and >= 0)
        {
            rest = rest[index..];
            if (Rune.DecodeFromUtf16(rest, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[consumed..];
        }

        return true;
    }
}
