using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>A sum that signals and updates add to, until it is told to end; and everything else that workflow code can do, when a signal says so.</summary>
[Workflow]
public sealed class LedgerWorkflow
{
    public const string AttributeName = "Amount";
    public const string MemoName = "note";
    private const string Fail = "fail";
    private const string Continue = "continue";
    private static readonly SearchAttributeKey<long> AttributeKey = SearchAttributeKey.Int(AttributeName);

    private readonly SortedDictionary<string, string> _outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CancellationTokenSource> _items = new(StringComparer.Ordinal);
    private long _total;
    private int _working;
    private string? _end;

    public async Task<long> RunAsync(long first)
    {
        _total += first;
        await Workflow.WaitConditionAsync(() => _end is not null && _working == 0);
        var total = _total;
        return _end switch
        {
            Fail => throw new ApplicationFailureException("told to fail"),
            Continue => throw Workflow.ContinueAsNew((LedgerWorkflow w) => w.RunAsync(total)),
            _ => total,
        };
    }

    [Signal]
    public void Add(long amount) => _total += amount;

    [Signal]
    public void End(string how) => _end = how;

    [Query]
    public string View() => $"{_total}{string.Concat(_outcomes.Select(o => $" {o.Key}={o.Value}"))}";

    [Update(Validator = nameof(RequirePositive))]
    public Task<long> AddAndTellAsync(long amount) => Task.FromResult(_total += amount);

    /// <summary>Adds twice the amount, by an activity.</summary>
    [Update]
    public async Task<long> WorkAsync(long amount)
    {
        _working++;
        var twice = await DoubleAsync(LedgerWays.Completes, amount, new ActivityOptions());
        _working--;
        return _total += twice;
    }

    public void RequirePositive(long amount) => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);

    [Signal]
    public void Do(LedgerCommand command)
    {
        switch (command.Verb)
        {
            case LedgerVerbs.CancelItem:
                _items[command.Target].Cancel();
                break;
            case LedgerVerbs.Patch:
                _ = Workflow.Patched(command.Way);
                break;
            case LedgerVerbs.Memo:
                Workflow.UpsertMemo(MemoUpdate.Set(MemoName, command.Way));
                break;
            case LedgerVerbs.Attribute:
                Workflow.UpsertSearchAttributes(AttributeKey.Set(command.Amount));
                break;
            case LedgerVerbs.ContinueAsNew:
                _total += command.Amount;
                _end = Continue;
                break;
            case LedgerVerbs.BreakTask:
                BrokenCode.FailOnce($"{Workflow.Info.RunId} {command.Name}");
                _total += command.Amount;
                break;
            default:
                _ = FollowAsync(command);
                break;
        }
    }

    private async Task FollowAsync(LedgerCommand command)
    {
        CancellationTokenSource cancellation = new();
        _items[command.Name] = cancellation;
        try
        {
            _outcomes[command.Name] = await BeginAsync(command, cancellation.Token);
        }
        catch (Exception exception) when (exception is FailureException or OperationCanceledException)
        {
            _outcomes[command.Name] = LedgerOutcomes.Of(exception);
        }
    }

    private static async Task<string> BeginAsync(LedgerCommand command, CancellationToken cancellation)
    {
        switch (command.Verb)
        {
            case LedgerVerbs.Timer:
                await Workflow.DelayAsync(TimeSpan.FromSeconds(command.Amount), cancellation);
                return LedgerOutcomes.Fired;
            case LedgerVerbs.Activity:
                return LedgerOutcomes.Completed(await DoubleAsync(command.Way, command.Amount, new ActivityOptions
                {
                    ActivityId = command.Name,
                    CancellationToken = cancellation,
                    CancellationType = (ActivityCancellationType)command.CancellationType,
                }));
            case LedgerVerbs.LocalActivity:
                return LedgerOutcomes.Completed(await Workflow.ExecuteLocalActivityAsync(
                    (LedgerActivities a) => a.DoubleAsync(command.Way, command.Amount),
                    new LocalActivityOptions { StartToCloseTimeout = LedgerWays.StartToCloseOf(command.Way) }));
            case LedgerVerbs.Child:
                return await RunChildAsync(command, cancellation);
            case LedgerVerbs.SignalOther:
                await Workflow.GetExternalWorkflowHandle<LedgerWorkflow>(command.Target).SignalAsync(w => w.Add(command.Amount));
                return LedgerOutcomes.Done;
            default:
                await Workflow.GetExternalWorkflowHandle(command.Target).CancelAsync("asked to");
                return LedgerOutcomes.Done;
        }
    }

    private static async Task<string> RunChildAsync(LedgerCommand command, CancellationToken cancellation)
    {
        ChildWorkflowHandle<long> child;
        try
        {
            child = await Workflow.StartChildWorkflowAsync((LedgerWorkflow w) => w.RunAsync(command.Amount), new ChildWorkflowOptions
            {
                WorkflowId = command.Target,
                ParentClosePolicy = Enum.Parse<ParentClosePolicy>(command.Way),
                CancellationToken = cancellation,
                CancellationType = (ChildWorkflowCancellationType)command.CancellationType,
                WorkflowRunTimeout = LedgerTimes.OfChild(command.Amount),
            });
        }
        catch (ChildWorkflowFailureException)
        {
            return LedgerOutcomes.NotStarted;
        }

        return LedgerOutcomes.Completed(await child.GetResultAsync());
    }

    private static Task<long> DoubleAsync(string way, long amount, ActivityOptions options) => Workflow.ExecuteActivityAsync(
        (LedgerActivities a) => a.DoubleAsync(way, amount),
        options with { StartToCloseTimeout = LedgerWays.StartToCloseOf(way), RetryPolicy = LedgerWays.RetryPolicyOf(way) });
}
