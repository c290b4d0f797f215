using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Finds the runs of messages, and loads from the settled store those that are not in memory. While a workflow is being loaded its messages are parked, in order.</summary>
internal sealed class RunLoader(ShardOwner owner)
{
    private const int RunsPerRead = 64;
    private readonly Dictionary<WorkflowKey, List<RunTargetedMessage>> _parked = [];

    /// <summary>Finds the message's run and lets the message do its work, now or after the run was loaded.</summary>
    public void Locate(RunTargetedMessage message)
    {
        if (_parked.TryGetValue(message.Workflow, out var parked))
        {
            parked.Add(message);
        }
        else if (TryFind(message, out var run))
        {
            message.HandleRun(owner, run);
        }
        else
        {
            _parked[message.Workflow] = [message];
            _ = LoadAsync(message.Workflow, message.RunId);
        }
    }

    /// <summary>Sleeping runs are due. They are read a group at a time: one by one, the ways to the store and back take longer than reading.</summary>
    public void Wake(List<RunId> runIds)
    {
        runIds.RemoveAll(runId => owner.Directory.TryGet(runId, out _));
        foreach (var group in runIds.Chunk(RunsPerRead))
        {
            _ = WakeAsync(group);
        }
    }

    /// <summary>The store has answered.</summary>
    public void Loaded(RunLoaded loaded)
    {
        if (loaded.Run is { } settled)
        {
            Install(settled, isNewest: loaded.RunId.IsNone);
        }

        var parked = _parked[loaded.Workflow];
        _parked.Remove(loaded.Workflow);
        foreach (var message in parked)
        {
            Redeliver(message, loaded);
        }
    }

    /// <summary>A sleeping run was read.</summary>
    public void Woken(SettledRun settled)
    {
        if (_parked.ContainsKey(settled.Summary.Workflow))
        {
            Locate(new TouchRun(settled.Summary.Workflow, settled.Summary.RunId));
        }
        else
        {
            Install(settled, isNewest: settled.Summary.Status is WorkflowExecutionStatus.Running or WorkflowExecutionStatus.Paused);
        }
    }

    private bool TryFind(RunTargetedMessage message, out RunEntry? run) => message.RunId.IsNone
        ? owner.Directory.TryGetNewest(message.Workflow, out run)
        : owner.Directory.TryGet(message.RunId, out run);

    private void Redeliver(RunTargetedMessage message, RunLoaded loaded)
    {
        if (loaded.Error is { } error)
        {
            message.Fail(error);
        }
        else if (TryFind(message, out var run))
        {
            message.HandleRun(owner, run);
        }
        else if (message.RunId == loaded.RunId)
        {
            message.HandleRun(owner, null);
        }
        else
        {
            Locate(message);
        }
    }

    private RunEntry Install(SettledRun settled, bool isNewest)
    {
        if (owner.Directory.TryGet(settled.Summary.RunId, out var present))
        {
            if (isNewest)
            {
                owner.Directory.MarkNewest(present);
            }

            return present;
        }

        var run = RunFolding.Fold(settled);
        run.LastStepTime = owner.Now;
        owner.Directory.Add(run, isNewest);
        owner.Steps.TakeUp(run);
        return run;
    }

    private async Task LoadAsync(WorkflowKey workflow, RunId runId)
    {
        RunLoaded loaded;
        try
        {
            loaded = new RunLoaded(workflow, runId, await ReadAsync(workflow, runId), null);
        }
        catch (Exception exception)
        {
            OwnerLog.LoadFailed(owner.Services.Logger, exception, runId);
            loaded = new RunLoaded(workflow, runId, null, exception);
        }

        owner.Mailbox.Post(loaded);
    }

    private async Task WakeAsync(RunId[] runIds)
    {
        try
        {
            foreach (var settled in await owner.Services.Store.LoadManyAsync(runIds, CancellationToken.None))
            {
                owner.Mailbox.Post(new RunWoken(settled));
            }
        }
        catch (Exception) when (runIds.Length > 1)
        {
            // A run that cannot be read must not keep the others asleep.
            foreach (var runId in runIds)
            {
                _ = WakeAsync([runId]);
            }
        }
        catch (Exception exception)
        {
            OwnerLog.LoadFailed(owner.Services.Logger, exception, runIds[0]);
            owner.Mailbox.Post(new RunNotWoken(runIds[0]));
        }
    }

    private async Task<SettledRun?> ReadAsync(WorkflowKey workflow, RunId runId)
    {
        var store = owner.Services.Store;
        if (!runId.IsNone)
        {
            var named = await store.LoadAsync(runId, CancellationToken.None);
            return named?.Summary.Workflow == workflow ? named : null;
        }

        var newest = await store.FindNewestAsync(workflow, CancellationToken.None);
        return newest is null ? null : await store.LoadAsync(newest.RunId, CancellationToken.None);
    }
}
