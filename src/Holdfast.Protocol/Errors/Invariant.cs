using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Holdfast.Protocol;

/// <summary>Checks what must always hold, in Release builds too.</summary>
public static class Invariant
{
    /// <summary>Throws when the condition is false: the engine would otherwise go on with a state it does not understand.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvariantBroken"/>.</exception>
    public static void That([DoesNotReturnIf(false)] bool condition, string invariant, [CallerMemberName] string member = "")
    {
        if (!condition)
        {
            Fail(invariant, member);
        }
    }

    [DoesNotReturn]
    private static void Fail(string invariant, string member) =>
        throw new HoldfastException(ErrorCodes.InvariantBroken, $"Invariant broken in {member}: {invariant}. This is a defect of Holdfast; please report it with this message.");
}
