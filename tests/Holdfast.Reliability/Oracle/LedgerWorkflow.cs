namespace Holdfast.Reliability;

/// <summary>A sum that signals and updates add to, until it is told to end.</summary>
[Workflow]
public sealed class LedgerWorkflow
{
    private const string Fail = "fail";
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(1);

    private long _total;
    private int _working;
    private string? _end;

    public async Task<long> RunAsync(long first)
    {
        _total += first;
        await Workflow.WaitConditionAsync(() => _end is not null && _working == 0);
        return _end == Fail ? throw new ApplicationFailureException("told to fail") : _total;
    }

    [Signal]
    public void Add(long amount) => _total += amount;

    [Signal]
    public void End(string how) => _end = how;

    [Query]
    public long Total() => _total;

    [Update(Validator = nameof(RequirePositive))]
    public Task<long> AddAndTellAsync(long amount) => Task.FromResult(_total += amount);

    /// <summary>Adds twice the amount, after a while, by an activity.</summary>
    [Update]
    public async Task<long> WorkAsync(long amount)
    {
        _working++;
        var twice = await LedgerActivities.DoubleAsync(amount);
        await Workflow.DelayAsync(Nap);
        _working--;
        return _total += twice;
    }

    public void RequirePositive(long amount) => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
}
