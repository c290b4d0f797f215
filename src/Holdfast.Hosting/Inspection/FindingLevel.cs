namespace Holdfast.Hosting.Inspection;

/// <summary>How bad a finding is.</summary>
public enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Good = 0,

    /// <summary>Worth a look.</summary>
    Warning = 1,

    /// <summary>The host will not start, or data is lost.</summary>
    Error = 2,
}
