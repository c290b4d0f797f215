namespace Holdfast.Protocol;

/// <summary>A start was refused by a limit whose policy is <see cref="StartLimitPolicy.Rejected"/>: code <see cref="ErrorCodes.StartLimitReached"/>.</summary>
public sealed class StartLimitReachedException : HoldfastException
{
    /// <summary>Most runs that are named.</summary>
    public const int MaximumRunsNamed = 10;

    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and how to mend it.</param>
    /// <param name="runsInTheWay">The runs that the limit counts, those that began first at first; at most <see cref="MaximumRunsNamed"/> of them. None when a rate refused the start.</param>
    public StartLimitReachedException(string message, IReadOnlyList<WorkflowExecution> runsInTheWay)
        : base(ErrorCodes.StartLimitReached, message) => RunsInTheWay = runsInTheWay;

    /// <summary>The runs that the limit counts, those that began first at first; at most <see cref="MaximumRunsNamed"/> of them. None when a rate refused the start.</summary>
    public IReadOnlyList<WorkflowExecution> RunsInTheWay { get; }
}
