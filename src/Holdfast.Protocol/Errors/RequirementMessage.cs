using System.Globalization;
using System.Runtime.CompilerServices;

namespace Holdfast.Protocol;

/// <summary>The message of a requirement, put together only when the requirement is not met: what is checked at every call must cost nothing while it holds.</summary>
[InterpolatedStringHandler]
public ref struct RequirementMessage
{
    private DefaultInterpolatedStringHandler _text;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters that are not within holes.</param>
    /// <param name="formattedCount">Holes.</param>
    /// <param name="condition">The requirement.</param>
    /// <param name="isNeeded">False when it is met: nothing more is formatted.</param>
    public RequirementMessage(int literalLength, int formattedCount, bool condition, out bool isNeeded)
    {
        isNeeded = !condition;
        _text = isNeeded ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    /// <summary>Called by the compiler, for text between holes.</summary>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>Called by the compiler, for a hole.</summary>
    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    /// <summary>Called by the compiler, for a hole with a format.</summary>
    public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);

    /// <summary>What is not met; the message is empty from now on.</summary>
    public string ToStringAndClear() => _text.ToStringAndClear();
}
