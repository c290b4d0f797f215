namespace Holdfast.Protocol;

/// <summary>Where an admitted update comes from. Numbers are Temporal's.</summary>
public enum UpdateAdmittedEventOrigin
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>From the run that was reset.</summary>
    Reapply = 1,
}
