using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>An archive that has a run and does not say so, as when the process ends between archive and deletion.</summary>
internal sealed class FailingArchive(IRunArchive inner) : IRunArchive
{
    /// <summary>Puts that fail after they were done.</summary>
    public int Failures { get; set; }

    /// <summary>Workflows whose runs it does not take.</summary>
    public Predicate<string> Refuses { get; set; } = static _ => false;

    /// <summary>Puts so far.</summary>
    public int Puts { get; private set; }

    public async Task PutAsync(ArchivedRun run, CancellationToken cancellationToken)
    {
        if (Refuses(run.Workflow.WorkflowId))
        {
            throw new HoldfastException(ErrorCodes.ArchiveFailed, "as the test wants it");
        }

        await inner.PutAsync(run, cancellationToken);
        Puts++;
        if (Failures-- > 0)
        {
            throw new HoldfastException(ErrorCodes.ArchiveFailed, "as the test wants it");
        }
    }

    public Task<ArchivedRun?> FindAsync(WorkflowKey workflow, RunId runId, CancellationToken cancellationToken) => inner.FindAsync(workflow, runId, cancellationToken);

    public IAsyncEnumerable<ArchivedRun> ReadAllAsync(string @namespace, RunId? behind, CancellationToken cancellationToken) => inner.ReadAllAsync(@namespace, behind, cancellationToken);
}
