namespace Holdfast.Protocol;

/// <summary>When a query is refused because of the run's state. Numbers are Temporal's.</summary>
public enum QueryRejectCondition
{
    /// <summary>Never.</summary>
    None = 1,

    /// <summary>When the run is closed.</summary>
    NotOpen = 2,

    /// <summary>When the run failed, timed out, was canceled, terminated or continued as new.</summary>
    NotCompletedCleanly = 3,
}
