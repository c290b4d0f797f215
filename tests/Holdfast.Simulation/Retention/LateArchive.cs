using System.Runtime.CompilerServices;
using Holdfast.Journaling.Archives;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// The archive of a folder as the process that has it reaches it: while the disk is stalled nothing is read or written, in some worlds it answers late, and in some the
/// process ends while it archives a run, between any two changes of the disk.
/// </summary>
internal sealed class LateArchive(World world, WorldProcess process, HostDisk disk) : IRunArchive
{
    private const int CallsPerLateOne = 3;
    private const int RunsPerEnd = 6;

    /// <summary>More than archiving a run takes.</summary>
    private const int MostChanges = 6;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private readonly DiskRunArchive _archive = new(disk, world.NextFileSalt);

    /// <summary>True when the process ends within this moment: nobody gets an answer any more.</summary>
    private bool _hasEnded;

    public async Task PutAsync(ArchivedRun run, CancellationToken cancellationToken)
    {
        await PauseAsync();
        if (!world.Faults.AreOver && world.Faults.Draw(FaultKinds.ProcessEnds, RunsPerEnd))
        {
            await EndWithinAsync(run);
        }

        await _archive.PutAsync(run, cancellationToken);
        await PauseAsync();
    }

    public async Task<ArchivedRun?> FindAsync(WorkflowKey workflow, RunId runId, CancellationToken cancellationToken)
    {
        await PauseAsync();
        return await _archive.FindAsync(workflow, runId, cancellationToken);
    }

    public async IAsyncEnumerable<ArchivedRun> ReadAllAsync(string @namespace, RunId? behind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await PauseAsync();
        await foreach (var run in _archive.ReadAllAsync(@namespace, behind, cancellationToken))
        {
            yield return run;
        }
    }

    /// <summary>The process ends in the middle; nothing of it goes on.</summary>
    private async Task EndWithinAsync(ArchivedRun run)
    {
        _hasEnded = true;
        disk.EndAfter(world.Faults.Next(MostChanges));
        try
        {
            await _archive.PutAsync(run, CancellationToken.None);
        }
        catch (HoldfastException)
        {
            // Nobody is left to be told.
        }

        world.Trace.Note($"{process.Folder} ends while it archives");
        disk.Detach();
        world.After(TimeSpan.FromMilliseconds(1), () => world.EndProcess(process));
        await new TaskCompletionSource().Task;
    }

    private async Task PauseAsync()
    {
        while (process.Folder.IsDiskStalled)
        {
            await Task.Delay(BetweenLooks, process.Clock);
        }

        if (world.Faults.Draw(FaultKinds.SlowStore, CallsPerLateOne))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(world.Faults.Next(2_000)), process.Clock);
        }

        if (_hasEnded)
        {
            await new TaskCompletionSource().Task;
        }
    }
}
