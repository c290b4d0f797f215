using System.Runtime.CompilerServices;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Archives;

/// <summary>Archived runs as files of one folder, compressed. On a <see cref="MemoryDisk"/> it is the archive of tests and simulations.</summary>
/// <remarks>
/// A run is written to a temporary file, flushed, given its name, and the folder is flushed; only then is it archived. What a crash leaves of a temporary file is
/// removed when the run is archived again. Finding a workflow's newest run, and reading all, list the folder; a run that is named by its ID is opened directly.
/// </remarks>
public sealed class DiskRunArchive : IRunArchive
{
    private readonly Lock _gate = new();
    private readonly Lazy<IDisk> _disk;
    private readonly TemporaryNames _temporaries;

    /// <summary>Uses a folder, which is made when the archive is first used.</summary>
    /// <param name="folder">The folder; nothing else may write in it.</param>
    public DiskRunArchive(string folder)
        : this(new Lazy<IDisk>(() => new FileDisk(folder)), SystemSalt.Draw) => ArgumentException.ThrowIfNullOrEmpty(folder);

    /// <summary>Uses a disk.</summary>
    /// <param name="disk">The disk; nothing else may write on it.</param>
    /// <param name="nextSalt">As <see cref="DiskBlobStoreOptions.NextSalt"/>. Default: the system's cryptographic randomness.</param>
    public DiskRunArchive(IDisk disk, Func<ulong>? nextSalt = null)
        : this(new Lazy<IDisk>(disk), nextSalt ?? SystemSalt.Draw) => ArgumentNullException.ThrowIfNull(disk);

    private DiskRunArchive(Lazy<IDisk> disk, Func<ulong> nextSalt) => (_disk, _temporaries) = (disk, new TemporaryNames(nextSalt));

    /// <inheritdoc/>
    public Task PutAsync(ArchivedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        cancellationToken.ThrowIfCancellationRequested();
        var name = ArchivedRunName.Of(run.Workflow, run.RunId);
        var content = ArchivedRunFormat.Write(run);
        OnDisk(disk =>
        {
            lock (_gate)
            {
                Write(disk, name, content, run);
            }

            return true;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ArchivedRun?> FindAsync(WorkflowKey workflow, RunId runId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var names = runId.IsNone ? NamesOf(workflow.Namespace).Where(n => n.EndsWith(ArchivedRunName.EndOf(workflow.WorkflowId), StringComparison.Ordinal)) : [ArchivedRunName.Of(workflow, runId)];
        return Task.FromResult(names.Select(Read).FirstOrDefault(run => run?.Workflow == workflow));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchivedRun> ReadAllAsync(string @namespace, RunId? behind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in NamesOf(@namespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((behind is null || ArchivedRunName.RunIdOf(name) < behind) && Read(name) is { } run && run.Workflow.Namespace == @namespace)
            {
                yield return run;
            }
        }

        await Task.CompletedTask;
    }

    /// <summary>The names of a namespace's runs, newest start first.</summary>
    private List<string> NamesOf(string @namespace)
    {
        var prefix = ArchivedRunName.PrefixOf(@namespace);
        return OnDisk(disk => disk.List().Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && !ArchivedRunName.RunIdOf(n).IsNone).OrderByDescending(ArchivedRunName.RunIdOf).ToList());
    }

    private ArchivedRun? Read(string name) => OnDisk(disk =>
    {
        try
        {
            using var file = disk.Open(name);
            var content = new byte[file.Length];
            return file.Read(content, 0) == content.Length ? ArchivedRunFormat.Read(content, Path.Join(disk.Description, name)) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    });

    private void Write(IDisk disk, string name, byte[] content, ArchivedRun run)
    {
        var names = disk.List();
        foreach (var leftover in names.Where(n => TemporaryNames.Has(n) && n.StartsWith(name, StringComparison.Ordinal)))
        {
            disk.Delete(leftover);
        }

        var isThere = names.Contains(name, StringComparer.Ordinal);
        if (!isThere || !HasAllOf(run, name))
        {
            var temporary = _temporaries.Next($"{name}.");
            using (var file = disk.Create(temporary))
            {
                file.Write(content, 0);
                file.Flush();
            }

            if (isThere)
            {
                disk.Replace(temporary, name);
            }
            else
            {
                disk.Rename(temporary, name); // refused when another process has put it meanwhile, which may have more of it
            }
        }

        // Also when the name is there: a process that was killed may have given it, and the folder not be flushed.
        disk.FlushDirectory();
    }

    /// <summary>Whether the file of a run has no less of it: a run may have recorded something after it was archived, and not been deleted yet.</summary>
    private bool HasAllOf(ArchivedRun run, string name)
    {
        try
        {
            return Read(name) is { } there && there.Records.Sum(static r => (long)r.Length) >= run.Records.Sum(static r => (long)r.Length);
        }
        catch (HoldfastException damaged) when (damaged.Code == ErrorCodes.ArchiveDamaged)
        {
            return false;
        }
    }

    private T OnDisk<T>(Func<IDisk, T> action)
    {
        try
        {
            return action(_disk.Value);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HoldfastException(ErrorCodes.ArchiveFailed, $"The disk of the archive failed: {exception.Message}", exception);
        }
    }
}
