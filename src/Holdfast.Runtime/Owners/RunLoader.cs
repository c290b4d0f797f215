using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Finds the runs of messages, and loads from the settled store those that are not in memory. While a workflow is being loaded its messages are parked, in order.</summary>
/// <remarks>
/// While a read is under way the run may come into memory in another way, go on, be settled and leave again. What was read is then out of date and must not be
/// taken in: its newer records would be made anew.
/// </remarks>
internal sealed class RunLoader(ShardOwner owner)
{
    private const int RunsPerRead = 64;
    private readonly Dictionary<WorkflowKey, ParkedMessages> _parked = [];

    /// <summary>The runs that are being read because they are due or nearly so, each with its read.</summary>
    private readonly Dictionary<RunId, object> _waking = [];

    /// <summary>Sleeping runs that are being read.</summary>
    public int RunsBeingWoken => _waking.Count;

    /// <summary>Finds the message's run and lets the message do its work, now or after the run was loaded.</summary>
    public void Locate(RunTargetedMessage message)
    {
        if (message.IsOfRunAtWork && owner.Directory.TryGet(message.RunId, out var atWork))
        {
            message.HandleRun(owner, atWork);
        }
        else if (_parked.TryGetValue(message.Workflow, out var parked))
        {
            parked.Messages.Add(message);
        }
        else if (TryFind(message, out var run))
        {
            message.HandleRun(owner, run);
        }
        else if (!owner.KnownWorkflows.MayHave(message.Workflow))
        {
            message.HandleRun(owner, null);
        }
        else
        {
            _parked[message.Workflow] = new ParkedMessages(message);
            _ = LoadAsync(message.Workflow, message.RunId);
        }
    }

    /// <summary>Sleeping runs are due, or will be soon. They are read a group at a time: one by one, the ways to the store and back take longer than reading.</summary>
    public void Wake(List<RunId> runIds)
    {
        runIds.RemoveAll(runId => owner.Directory.TryGet(runId, out _));
        foreach (var group in runIds.Chunk(RunsPerRead))
        {
            foreach (var runId in group)
            {
                _waking[runId] = group;
            }

            _ = WakeAsync(group, group);
        }
    }

    /// <summary>The run has left memory: reads of it that are under way may not know what it did last.</summary>
    public void LeftMemory(RunEntry run)
    {
        _waking.Remove(run.RunId);
        if (_parked.TryGetValue(run.Workflow, out var parked))
        {
            parked.IsReadOutOfDate = true;
        }
    }

    /// <summary>The store has answered.</summary>
    public void Loaded(RunLoaded loaded)
    {
        if (_parked[loaded.Workflow] is { IsReadOutOfDate: true } waiting)
        {
            waiting.IsReadOutOfDate = false;
            _ = LoadAsync(loaded.Workflow, loaded.RunId);
            return;
        }

        // A run that began since is newer than the one that the store has, and only in memory.
        var isOvertaken = loaded.RunId.IsNone && owner.Directory.TryGetNewest(loaded.Workflow, out _);
        if (loaded.Run is { } settled && !isOvertaken)
        {
            Install(settled, isNewest: loaded.RunId.IsNone);
        }

        _parked.Remove(loaded.Workflow, out var parked);
        foreach (var message in parked!.Messages)
        {
            Redeliver(message, loaded);
        }
    }

    /// <summary>A sleeping run was read. One that has been in memory since the read began is asleep again, or gone.</summary>
    public void Woken(SettledRun settled, object read)
    {
        if (!EndWaking(settled.Summary.RunId, read))
        {
            return;
        }

        if (_parked.ContainsKey(settled.Summary.Workflow))
        {
            Locate(new TouchRun(settled.Summary.Workflow, settled.Summary.RunId));
        }
        else
        {
            Install(settled, isNewest: settled.Summary.Status is WorkflowExecutionStatus.Running or WorkflowExecutionStatus.Paused);
        }
    }

    /// <summary>A read of sleeping runs has ended; those that it did not find are gone.</summary>
    public void WakeEnded(IReadOnlyList<RunId> runIds, object read)
    {
        foreach (var runId in runIds)
        {
            EndWaking(runId, read);
        }
    }

    /// <summary>A sleeping run could not be read; it is tried again later.</summary>
    public void NotWoken(RunId runId, object read, DateTimeOffset nextTry)
    {
        if (EndWaking(runId, read))
        {
            owner.Sleeping.ReadAgain(runId, nextTry);
        }
    }

    private bool EndWaking(RunId runId, object read) => _waking.TryGetValue(runId, out var current) && ReferenceEquals(current, read) && _waking.Remove(runId);

    private bool TryFind(RunTargetedMessage message, out RunEntry? run) => message.RunId.IsNone
        ? owner.Directory.TryGetNewest(message.Workflow, out run)
        : owner.Directory.TryGet(message.RunId, out run);

    private void Redeliver(RunTargetedMessage message, RunLoaded loaded)
    {
        if (loaded.Error is not null && message.IsOwed)
        {
            owner.OwedMessages.TryLater(message);
        }
        else if (loaded.Error is { } error)
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
        owner.Sleeping.Remove(run.RunId);
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

    private async Task WakeAsync(RunId[] runIds, object read)
    {
        try
        {
            foreach (var settled in await owner.Services.Store.LoadManyAsync(runIds, CancellationToken.None))
            {
                owner.Mailbox.Post(new RunWoken(settled, read));
            }

            owner.Mailbox.Post(new WakeEnded(runIds, read));
        }
        catch (Exception) when (runIds.Length > 1)
        {
            // A run that cannot be read must not keep the others asleep.
            foreach (var runId in runIds)
            {
                _ = WakeAsync([runId], read);
            }
        }
        catch (Exception exception)
        {
            OwnerLog.LoadFailed(owner.Services.Logger, exception, runIds[0]);
            owner.Mailbox.Post(new RunNotWoken(runIds[0], read));
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

        while (await store.FindNewestAsync(workflow, CancellationToken.None) is { } newest)
        {
            if (await store.LoadAsync(newest.RunId, CancellationToken.None) is { } run)
            {
                return run;
            }

            // It was deleted meanwhile: another is the newest now, if there is one.
        }

        return null;
    }
}
