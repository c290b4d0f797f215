using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How large what one call, result or note carries may be, counted after the codecs.</summary>
public sealed record PayloadLimits
{
    /// <summary>The defaults.</summary>
    public static readonly PayloadLimits Default = new();

    /// <summary>Most bytes; whoever makes more is told so (HF1006) before anything is sent. Default 2 MiB, the engine's own limit; at least 1.</summary>
    public int MaximumBytes { get; init; } = 2 << 20;

    /// <summary>Bytes above which a warning is logged. Default 512 KiB; at least 1.</summary>
    public int WarningBytes { get; init; } = 512 << 10;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the property.</exception>
    public void Validate()
    {
        Requirement.That(MaximumBytes >= 1, $"PayloadLimits.MaximumBytes is {MaximumBytes}; it must be at least 1.");
        Requirement.That(WarningBytes >= 1, $"PayloadLimits.WarningBytes is {WarningBytes}; it must be at least 1.");
    }
}
