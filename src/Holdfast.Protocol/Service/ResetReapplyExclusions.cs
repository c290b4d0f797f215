namespace Holdfast.Protocol;

/// <summary>What is not carried over from behind the reset point.</summary>
[Flags]
public enum ResetReapplyExclusions
{
    /// <summary>Everything that can be is carried over.</summary>
    None = 0,

    /// <summary>Signals.</summary>
    Signals = 1,

    /// <summary>Updates.</summary>
    Updates = 2,
}
