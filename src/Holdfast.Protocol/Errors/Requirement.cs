using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Holdfast.Protocol;

/// <summary>Checks what the caller gives: options, requests, names.</summary>
public static class Requirement
{
    /// <summary>Throws when the condition is false: the caller has to give something else.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>.</exception>
    public static void That([DoesNotReturnIf(false)] bool condition, string message)
    {
        if (!condition)
        {
            Fail(message);
        }
    }

    /// <summary>Throws when the condition is false: the caller has to give something else. While it holds nothing is formatted.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>.</exception>
    public static void That([DoesNotReturnIf(false)] bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref RequirementMessage message)
    {
        if (!condition)
        {
            Fail(message.ToStringAndClear());
        }
    }

    [DoesNotReturn]
    private static void Fail(string message) => throw new HoldfastException(ErrorCodes.InvalidArgument, message);
}
