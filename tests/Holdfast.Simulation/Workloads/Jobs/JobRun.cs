using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>A run of a job, as its clients know it.</summary>
/// <param name="Name">Its name, which no other job has.</param>
/// <param name="Plan">What it does.</param>
/// <param name="ReusePolicy">With which policy it was started.</param>
internal sealed record JobRun(string Name, JobPlan Plan, ActivityIdReusePolicy ReusePolicy)
{
    /// <summary>True when somebody has asked to cancel it.</summary>
    public bool IsCancelAsked { get; set; }

    /// <summary>True when somebody has asked to terminate it.</summary>
    public bool IsTerminationAsked { get; set; }

    /// <summary>How it ended, as somebody was told.</summary>
    public ActivityExecutionStatus? ToldStatus { get; set; }
}
