using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <content>Which process has which folder, on which host: starts, ends, and what is taken over.</content>
internal sealed partial class World
{
    private const int TriesToTakeOver = 3;

    /// <summary>The power of a folder's disk fails, and with it the process that has it.</summary>
    public void FailPower(WorldFolder folder)
    {
        Trace.Note($"crash of {folder}");
        folder.Disk.Crash(Faults.NextSeed());
        if (Blobs is not null)
        {
            folder.BlobDisk.Crash(Faults.NextSeed());
        }

        if (Retention is not null)
        {
            folder.ArchiveDisk.Crash(Faults.NextSeed());
        }

        End(folder);
    }

    /// <summary>The process that has a folder ends; what it wrote stays.</summary>
    public void EndProcess(WorldFolder folder)
    {
        if (folder.Deposed.Count == 0)
        {
            folder.Disk.EndProcess();
            folder.BlobDisk.EndProcess();
            folder.ArchiveDisk.EndProcess();
        }

        End(folder);
    }

    /// <summary>A process ends, if it still has its folder.</summary>
    public void EndProcess(WorldProcess process)
    {
        if (process.Folder.Process == process)
        {
            Trace.Note($"{process.Folder} on {process.Host} ends as well");
            EndProcess(process.Folder);
        }
    }

    /// <summary>Nothing is written to a disk for a while.</summary>
    public void StallDisk(WorldFolder folder, TimeSpan time)
    {
        folder.IsDiskStalled = true;
        After(time, () => folder.IsDiskStalled = false);
    }

    /// <summary>The journal has written; a disk that is slow takes its time before the next write, for which more comes together meanwhile that a crash can undo.</summary>
    public void JournalWrote(WorldFolder folder)
    {
        if (Settings.LongestWrite > TimeSpan.Zero && Faults.Kinds.HasFlag(FaultKinds.SlowDisk))
        {
            folder.IsJournalBusy = true;
            After(TimeSpan.FromMilliseconds(1 + Faults.Next((int)Settings.LongestWrite.TotalMilliseconds)), () => folder.IsJournalBusy = false);
        }
    }

    /// <summary>A host stops for a while, with everything on it.</summary>
    public void StopHost(WorldHost host, TimeSpan time)
    {
        if (host.StoppedAt is null)
        {
            host.Stop(Clock.GetUtcNow());
            Network.Stop(host.Name);
            After(time, () => GoOn(host));
        }
    }

    /// <summary>
    /// Somebody starts a folder's engine on another host. As long as the process that has it holds the lock, the other is refused; when it has lost it, the other goes on
    /// where it was, and it must notice before it acknowledges anything more.
    /// </summary>
    public void TakeOver(WorldFolder folder, WorldHost host)
    {
        var (process, former) = (folder.Process!, folder.Host);
        Trace.Note($"take over {folder} on {host}");
        folder.Host = host;
        for (var tries = 1; !TryStart(folder); tries++)
        {
            process.MayBeDeposed |= !process.HoldsLock; // the other may have died when it had claimed the folder already
            if (process.HoldsLock || tries == TriesToTakeOver)
            {
                folder.Host = former;
                return;
            }
        }

        SimulationFailure.Require(!process.HoldsLock, $"{folder} was opened on {host}, but its lock is held on {former}");
        folder.FormerHost = former;
        folder.Deposed.Add((process, process.DurableLsn));
        Faults.TakenOver(folder.Process!);
    }

    /// <summary>Where the engine of a folder whose process has died starts next.</summary>
    private void PlaceAnew(WorldFolder folder)
    {
        if (Faults.Draw(FaultKinds.Moves, 2))
        {
            folder.FormerHost = folder.Host;
            folder.Host = _hosts[Faults.Next(_hosts.Count)];
        }
    }

    private void GoOn(WorldHost host)
    {
        if (host.StoppedAt is { } since)
        {
            Trace.Note($"{host} goes on");
            Delays.Add((since, Clock.GetUtcNow()));
            Network.GoOn(host.Name);
            host.GoOn();
        }
    }

    /// <summary>A process that was taken over tells nobody that anything more is durable; and it stops when it notices.</summary>
    private void WatchDeposed(WorldFolder folder)
    {
        foreach (var (process, durableLsn) in folder.Deposed.ToList())
        {
            SimulationFailure.Require(process.DurableLsn == durableLsn, $"the process of {folder} on {process.Host} was deposed at {durableLsn}, and calls {process.DurableLsn} durable");
            if (process.Fatal is { } fatal)
            {
                OrderedFault.Require(fatal, mayBeDeposed: true);
                BuryDeposed(folder, process);
            }
        }
    }

    private void BuryDeposed(WorldFolder folder, WorldProcess process)
    {
        Trace.Note($"{folder} on {process.Host} stops: it was deposed");
        process.Die();
        folder.Deposed.RemoveAll(d => d.Process == process);
    }

    private WorldFolder? NextToStart()
    {
        foreach (var folder in Folders)
        {
            if (folder.Process is null && folder.Host.StoppedAt is null)
            {
                return folder;
            }
        }

        return null;
    }

    private void End(WorldFolder folder)
    {
        Crashes++;
        folder.Process?.Die();
        folder.Process = null;
        PlaceAnew(folder);
    }

    private void Start(WorldFolder folder)
    {
        Delay(TimeSpan.FromMilliseconds(1 + Faults.Next(1_000))); // no process starts in no time
        if (folder.Host.StoppedAt is not null)
        {
            return;
        }

        if (folder.Host.IsIdle && Faults.Draw(FaultKinds.ClockJumps, 2))
        {
            folder.Host.SetClock(TimeSpan.FromMilliseconds(Faults.Next(10_000) - 5_000));
        }

        Trace.Note($"start {folder} on {folder.Host}");
        if (!TryStart(folder))
        {
            PlaceAnew(folder);
        }
    }

    /// <summary>Starts a folder's engine on its host, in place of the one that has it or had it; false when it is refused, for a good reason.</summary>
    private bool TryStart(WorldFolder folder)
    {
        try
        {
            var process = WorldProcess.Start(this, folder);
            SimulationFailure.Require(process.Engine.Epoch > folder.Epoch, $"{folder} was opened on {folder.Host} with epoch {process.Engine.Epoch}, but epoch {folder.Epoch} has been");
            folder.Epoch = process.Engine.Epoch;
            folder.Process = process;
            Faults.Rot.Mend(folder, refusal: null);
            return true;
        }
        catch (Exception exception) when (exception is not SimulationFailure)
        {
            if (folder.Process is { HoldsLock: true } && exception is JournalException { Code: var code } && code == ErrorCodes.JournalFolderLocked)
            {
                Trace.Note($"{folder} is locked");
            }
            else
            {
                RequireRefusal(folder, exception);
            }

            return false;
        }
    }

    /// <summary>A disk that is broken on order keeps an engine from starting; the power of the host that tried fails, and what it did not flush is lost in part.</summary>
    private void RequireRefusal(WorldFolder folder, Exception exception)
    {
        if (!Faults.Rot.Mend(folder, exception))
        {
            OrderedFault.Require(exception);
        }

        if (folder.Process is null && folder.Deposed.Count == 0 && !OrderedFault.IsEndOfStart(exception))
        {
            folder.Disk.Crash(Faults.NextSeed());
        }
    }
}
