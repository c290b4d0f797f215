using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// A random program, and an operator who pauses its runs, and pauses, resets and changes activities of them, one after the other. The program ends as if nobody had;
/// what is paused begins nothing; and what the operator was told is done is there when they look.
/// </summary>
internal sealed class PauseWorkload : IWorkload
{
    private const int MostOperations = 12;
    private const int ShortPauseMilliseconds = 100;
    private static readonly TimeSpan ChangedTimeout = TimeSpan.FromMinutes(3);
    private readonly World _world;
    private readonly ClientCalls _calls;
    private readonly Random _chance;
    private readonly ProgramNode _program;
    private readonly string _id;
    private readonly bool _operatesOnMany;
    private readonly bool _isCrowded;
    private bool _hasEnded;

    public PauseWorkload(World world, ClientCalls calls, Random chance, string id)
    {
        _world = world;
        _calls = calls;
        _chance = chance;
        _id = id;
        _isCrowded = chance.Next(2) == 0;
        ProgramGenerator generator = new(chance, id, ProgramUse.Paused);
        _program = _isCrowded ? generator.NextCrowded() : generator.Next();
        _operatesOnMany = chance.Next(3) == 0;
    }

    public string Name => $"pauses {_id}: {_program}";

    /// <summary>A request for all activities of a kind may be refused, or change nothing, and come once more when there is something that it changes.</summary>
    private bool MayHaveLateEffects => _operatesOnMany && _world.Faults.Kinds.HasNetworkFaults();

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        var handle = await _world.Client.StartWorkflowAsync((ProgramWorkflow w) => w.RunAsync(_program, ProgramTotals.None), new WorkflowOptions { Id = _id });
        _calls.Acknowledged.Starts.Add((_id, handle.RunId));
        var operating = OperateAsync();
        await ProgramOutcome.RequireAsync(_program, _id, handle);
        _hasEnded = true;
        await operating;
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => CountChecker.Check(_program, _world.Outside);

    private async Task OperateAsync()
    {
        var isHurried = _isCrowded || _chance.Next(2) == 0;
        for (var times = _chance.Next(3, MostOperations + 1); times > 0 && !_hasEnded; times--)
        {
            await DelayAsync(isHurried ? 50 : 1_500);
            var newest = await DescribeAsync(RunId.None);
            var handle = _world.Client.GetWorkflowHandle(_id, newest.Info.Execution.RunId);
            await (_chance.Next(4) switch
            {
                0 => PauseRunAsync(handle),
                1 when _operatesOnMany => PauseManyAsync(handle),
                1 or 2 => OperateOnOneAsync(handle, newest, PauseActivityAsync),
                _ => OperateOnOneAsync(handle, newest, ChangeActivityAsync),
            });
        }

        await LookAfterAsync();
    }

    private async Task PauseRunAsync(WorkflowHandle handle)
    {
        if (!await TryAsync(() => handle.PauseAsync("lunch")))
        {
            return;
        }

        _world.Pauses.Paused(handle.RunId);
        await PauseAsync(30_000);
        var paused = await DescribeAsync(handle.RunId);
        SimulationFailure.Require(paused.Pause is not null && paused.Info.CloseTime is null, $"{_id} was paused, but is {paused.Info.Status}, and its pause is {paused.Pause}");
        _world.Pauses.Unpausing(handle.RunId);
        await handle.UnpauseAsync("coffee");
    }

    /// <summary>Pauses all activities of a kind. Who may start one when is not known exactly.</summary>
    private async Task PauseManyAsync(WorkflowHandle handle)
    {
        var which = _chance.Next(2) == 0 ? ActivitySelector.All : ActivitySelector.OfType("Count");
        await TryAsync(() => handle.PauseActivityAsync(which, "strike"));
        await PauseAsync(10_000);
        await TryAsync(() => handle.UnpauseActivityAsync(which, new ActivityUnpauseOptions { ResetAttempts = _chance.Next(2) == 0 }));
    }

    private async Task OperateOnOneAsync(WorkflowHandle handle, WorkflowExecutionDescription run, Func<WorkflowHandle, string, Task> operateAsync)
    {
        if (run.PendingActivities.Count > 0)
        {
            await operateAsync(handle, run.PendingActivities[_chance.Next(run.PendingActivities.Count)].ActivityId);
        }
    }

    private async Task PauseActivityAsync(WorkflowHandle handle, string activityId)
    {
        var which = ActivitySelector.WithId(activityId);
        if (!await TryAsync(() => handle.PauseActivityAsync(which, "strike")))
        {
            return;
        }

        Watch(() => _world.Pauses.Paused(handle.RunId, activityId));
        await PauseAsync(20_000);
        if (_chance.Next(3) == 0)
        {
            await TryAsync(() => handle.ResetActivityAsync(which, new ActivityResetOptions { KeepPaused = true }));
        }

        if (await FindAsync(handle, activityId) is { } activity && !MayHaveLateEffects)
        {
            SimulationFailure.Require(activity.Pause is not null, $"activity {activityId} of {_id} was paused, and is {activity.State}");
        }

        Watch(() => _world.Pauses.Unpausing(handle.RunId, activityId));
        var jitter = TimeSpan.FromMilliseconds(_chance.Next(2) * _chance.Next(3_000));
        await TryAsync(() => _chance.Next(3) == 0
            ? handle.ResetActivityAsync(which, new ActivityResetOptions { Jitter = jitter, ResetHeartbeat = _chance.Next(2) == 0 })
            : handle.UnpauseActivityAsync(which, new ActivityUnpauseOptions { Jitter = jitter, ResetHeartbeat = _chance.Next(2) == 0 }));
    }

    /// <summary>Gives an activity another timeout, resets it perhaps, and looks whether the timeout is there; and takes it back, perhaps.</summary>
    private async Task ChangeActivityAsync(WorkflowHandle handle, string activityId)
    {
        var which = ActivitySelector.WithId(activityId);
        if (!await TryAsync(() => handle.UpdateActivityOptionsAsync(which, new ActivityOptionsChange { StartToCloseTimeout = ChangedTimeout })))
        {
            return;
        }

        await DelayAsync(2_000);
        await TryAsync(() => _chance.Next(2) == 0 ? handle.ResetActivityAsync(which, new ActivityResetOptions { ResetHeartbeat = true }) : Task.CompletedTask);
        await RequireTimeoutAsync(handle, activityId, timeout => timeout == ChangedTimeout);
        if (_chance.Next(2) == 0 && await TryAsync(() => handle.RestoreActivityOptionsAsync(which)))
        {
            await RequireTimeoutAsync(handle, activityId, timeout => timeout < ChangedTimeout);
        }
    }

    private async Task RequireTimeoutAsync(WorkflowHandle handle, string activityId, Predicate<TimeSpan?> isRight)
    {
        if (await FindAsync(handle, activityId) is { } activity)
        {
            SimulationFailure.Require(isRight(activity.StartToCloseTimeout), $"activity {activityId} of {_id} has the start-to-close timeout {activity.StartToCloseTimeout}");
        }
    }

    /// <summary>Until the program has ended: nothing may stay paused, save for requests that came late.</summary>
    private async Task LookAfterAsync()
    {
        while (!_hasEnded)
        {
            await Task.Delay(TimeSpan.FromSeconds(20), _world.Clock);
            var newest = await DescribeAsync(RunId.None);
            SimulationFailure.Require(newest.Pause is null, $"{_id} is paused, though it was unpaused: {newest.Pause}");
            if (newest.PendingActivities.FirstOrDefault(a => a.Pause is not null) is { } paused)
            {
                SimulationFailure.Require(MayHaveLateEffects, $"activity {paused.ActivityId} of {_id} is paused, though it was unpaused");
                await TryAsync(() => _world.Client.GetWorkflowHandle(_id, newest.Info.Execution.RunId).UnpauseActivityAsync(ActivitySelector.All));
            }
        }
    }

    /// <summary>Short pauses end while attempts still wait that waited when they began; they are offered once more.</summary>
    private Task PauseAsync(int mostMilliseconds)
    {
        var isShort = _isCrowded ? _chance.Next(4) != 0 : _chance.Next(2) == 0;
        return DelayAsync(isShort ? ShortPauseMilliseconds : mostMilliseconds);
    }

    private Task<WorkflowExecutionDescription> DescribeAsync(RunId runId) => _world.Client.GetWorkflowHandle(_id, runId).DescribeAsync();

    private async Task<PendingActivityInfo?> FindAsync(WorkflowHandle handle, string activityId) => (await DescribeAsync(handle.RunId)).PendingActivities.FirstOrDefault(a => a.ActivityId == activityId);

    /// <summary>Asks for something.</summary>
    /// <returns>False when it came too late: the run or the activity has ended.</returns>
    private async Task<bool> TryAsync(Func<Task> operation)
    {
        try
        {
            await operation();
            return true;
        }
        catch (HoldfastException refusal) when (refusal is WorkflowClosedException || refusal.Code == ErrorCodes.ActivityNotPending)
        {
            _world.Trace.Write($"    {_id}: too late: {refusal.Message}");
            return false;
        }
    }

    private void Watch(Action note)
    {
        if (!MayHaveLateEffects)
        {
            note();
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(mostMilliseconds)), _world.Clock);
}
