namespace Holdfast.Protocol;

/// <summary>How many runs of one kind may be open at a time, how fast they may begin, and what becomes of a start beyond that.</summary>
/// <remarks>
/// A run counts from when it is let in until it closes, also while it sleeps and over restarts; the next run of a chain (continue-as-new, retry) takes over the
/// place of the one before. Counted are the runs that were started under a limit.
/// </remarks>
public sealed record StartLimit
{
    /// <summary>Runs that may be open at a time. At least 1; null means any number.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Runs that may begin per second; after a pause up to a second's worth at once. More than 0, at most 1,000,000; null means any number.</summary>
    public double? StartsPerSecond { get; init; }

    /// <summary>What becomes of a start beyond the limit. Default <see cref="StartLimitPolicy.Queued"/>.</summary>
    public StartLimitPolicy Policy { get; init; } = StartLimitPolicy.Queued;

    /// <summary>How a run is replaced under <see cref="StartLimitPolicy.Replaced"/>. Default <see cref="ReplacedRunAction.Terminate"/>.</summary>
    public ReplacedRunAction ReplacedRuns { get; init; } = ReplacedRunAction.Terminate;

    /// <summary>How long no further start may come before a start goes on, under <see cref="StartLimitPolicy.Debounced"/>, which needs it. More than zero.</summary>
    public TimeSpan? QuietPeriod { get; init; }

    /// <summary>Longest time from the first start of a row to the one that goes on, under <see cref="StartLimitPolicy.Debounced"/>. At least the quiet period; null means no bound.</summary>
    public TimeSpan? MaximumDelay { get; init; }

    /// <summary>What is wrong with the limit; null when nothing is.</summary>
    /// <param name="property">Its name in the message.</param>
    public string? Problem(string property) =>
        RangeProblem(property) ?? (Policy switch
        {
            StartLimitPolicy.Debounced when QuietPeriod is null => $"{property}.QuietPeriod is not set; the policy Debounced needs it.",
            StartLimitPolicy.Replaced when MaxConcurrent is null => $"{property}.MaxConcurrent is not set; the policy Replaced needs it, usually 1.",
            StartLimitPolicy.Queued or StartLimitPolicy.Rejected when MaxConcurrent is null && StartsPerSecond is null => $"{property} limits nothing; set MaxConcurrent or StartsPerSecond, or leave the limit out.",
            _ => null,
        });

    private string? RangeProblem(string property) =>
        MaxConcurrent is < 1 ? $"{property}.MaxConcurrent is {MaxConcurrent}; it must be at least 1, or null for any number."
        : StartsPerSecond is not (null or (> 0 and <= TaskQueueLimits.MaximumRate)) ? $"{property}.StartsPerSecond is {StartsPerSecond}; it must be more than 0 and at most {TaskQueueLimits.MaximumRate}, or null for any number."
        : !Enum.IsDefined(Policy) ? $"{property}.Policy is {(int)Policy}; use a named one."
        : !Enum.IsDefined(ReplacedRuns) ? $"{property}.ReplacedRuns is {(int)ReplacedRuns}; use a named one."
        : QuietPeriod <= TimeSpan.Zero ? $"{property}.QuietPeriod is {QuietPeriod}; it must be more than zero."
        : MaximumDelay < (QuietPeriod ?? TimeSpan.Zero) ? $"{property}.MaximumDelay is {MaximumDelay}; it must be at least QuietPeriod, {QuietPeriod}."
        : null;
}
