namespace Holdfast.Simulation;

/// <summary>What a job does.</summary>
public enum JobPlan
{
    /// <summary>Counts, after some failures.</summary>
    Count,

    /// <summary>Fails for good.</summary>
    Fail,

    /// <summary>Goes on until it is told to stop.</summary>
    Hang,
}
