namespace Holdfast.Protocol;

/// <summary>Keeps closed runs whose retention is over, for as long as its owner likes.</summary>
/// <remarks>
/// Durability: a run is durable when its put returns, and is deleted elsewhere only then. Idempotence: a run that is put again, also after a crash that left half of
/// it, is there once, with the most that was put of it: a closed run only gets more. Threading: safe from any thread. Errors: <see cref="HoldfastException"/> with
/// <see cref="ErrorCodes.ArchiveFailed"/> when the archive cannot be used now, <see cref="ErrorCodes.ArchiveDamaged"/> when what it has of a run cannot be read.
/// </remarks>
public interface IRunArchive
{
    /// <summary>Writes a run.</summary>
    Task PutAsync(ArchivedRun run, CancellationToken cancellationToken);

    /// <summary>Reads a run; without run ID, the workflow's newest. Null when it is not there.</summary>
    Task<ArchivedRun?> FindAsync(WorkflowKey workflow, RunId runId, CancellationToken cancellationToken);

    /// <summary>Reads the runs of a namespace, newest start first, one after the other as they are asked for.</summary>
    /// <param name="namespace">The namespace.</param>
    /// <param name="behind">Only runs that started before this one; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<ArchivedRun> ReadAllAsync(string @namespace, RunId? behind, CancellationToken cancellationToken);
}
