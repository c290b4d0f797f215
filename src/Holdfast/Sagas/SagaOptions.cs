namespace Holdfast;

/// <summary>How a saga undoes what was done.</summary>
public sealed record SagaOptions
{
    /// <summary>True to run all compensations at the same time; false to run them one after another, the last added first. Default false.</summary>
    public bool IsParallel { get; init; }

    /// <summary>True to go on with the other compensations when one fails. Default true: what can be undone is undone.</summary>
    public bool ContinuesOnError { get; init; } = true;

    /// <summary>Longest time that all compensations together may take; then they are canceled. Default: no limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
