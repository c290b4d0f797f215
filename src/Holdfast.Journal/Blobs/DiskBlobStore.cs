using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Holdfast.Protocol;

namespace Holdfast.Journaling;

/// <summary>Blobs as files of one folder, each named by its ID. On a <see cref="MemoryDisk"/> it is the store of tests and simulations.</summary>
/// <remarks>
/// A content is written to a temporary file, flushed, given its name, and the folder is flushed; only then is its reference given out. What a crash leaves of
/// temporary files is removed with the first put. The time of a file is that of the last put of its content: a put of what is there already renews it, and is over
/// when the new time is durable. One process uses the folder at a time. One that was taken over may not know it yet: it harms nothing that the other puts, since each
/// looks at the folder, and not at what it remembers of it, before it changes anything there.
/// </remarks>
public sealed class DiskBlobStore : IBlobStore
{
    private const int PieceBytes = 128 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<BlobId, BlobEntry> _durable = [];
    private readonly DiskBlobStoreOptions _options;
    private readonly Lazy<IDisk> _disk;
    private readonly TemporaryNames _temporaries;
    private List<string> _leftovers = [];
    private bool _isOpen;

    /// <summary>Uses a folder, which is made when the store is first used.</summary>
    /// <param name="folder">The folder; nothing else may write in it.</param>
    /// <param name="options">Limits and services; null for the defaults.</param>
    public DiskBlobStore(string folder, DiskBlobStoreOptions? options = null)
        : this(new Lazy<IDisk>(() => new FileDisk(folder)), options) => ArgumentException.ThrowIfNullOrEmpty(folder);

    /// <summary>Uses a disk.</summary>
    /// <param name="disk">The disk; nothing else may write on it.</param>
    /// <param name="options">Limits and services; null for the defaults.</param>
    public DiskBlobStore(IDisk disk, DiskBlobStoreOptions? options = null)
        : this(new Lazy<IDisk>(disk), options) => ArgumentNullException.ThrowIfNull(disk);

    private DiskBlobStore(Lazy<IDisk> disk, DiskBlobStoreOptions? options)
    {
        _disk = disk;
        _options = options ?? new DiskBlobStoreOptions();
        _options.Validate();
        _temporaries = new TemporaryNames(_options.NextSalt);
    }

    /// <inheritdoc/>
    public async Task<BlobReference> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var disk = OnDisk(Open);
        OnDisk(() => RemoveLeftovers(disk)); // a store that is only read changes nothing
        var temporary = _temporaries.Next();
        using var file = OnDisk(() => disk.Create(temporary));
        try
        {
            var reference = await CopyAsync(content, file, cancellationToken);
            OnDisk(() => Publish(disk, file, temporary, reference));
            return reference;
        }
        catch (Exception)
        {
            Discard(disk, temporary);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(BlobReference reference, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var disk = OnDisk(Open);
        try
        {
            var file = OnDisk(() => disk.Open(reference.Id.ToString()));
            return Task.FromResult<Stream>(new VerifyingBlobStream(new DiskFileStream(file), reference));
        }
        catch (HoldfastException exception) when (exception.InnerException is FileNotFoundException)
        {
            throw new HoldfastException(ErrorCodes.BlobNotFound, $"There is no blob {reference.Id} in {disk.Description}. It was removed, or this data folder is not the one that it was put in.");
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobId id, DateTimeOffset unlessPutSince, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var disk = OnDisk(Open);
        lock (_gate)
        {
            return Task.FromResult(_durable.TryGetValue(id, out var entry) && entry.LastPutTime < unlessPutSince && OnDisk(() => Remove(disk, id, unlessPutSince)));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OnDisk(Open);
        BlobEntry[] entries;
        lock (_gate)
        {
            entries = [.. _durable.Values];
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask;
    }

    private static void OnDisk(Action action) => OnDisk(() =>
    {
        action();
        return true;
    });

    private static T OnDisk<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HoldfastException(ErrorCodes.BlobStoreFailed, $"The blob store's disk failed: {exception.Message}", exception);
        }
    }

    private static void Discard(IDisk disk, string temporary)
    {
        try
        {
            disk.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is removed when the store is next opened; what made the put fail is the error to tell.
        }
    }

    /// <summary>Gives a blob's file a new time.</summary>
    /// <returns>False when it is gone, or not as long as it should be: another process has removed it, before or meanwhile.</returns>
    private static bool TryRenew(IDisk disk, BlobEntry entry)
    {
        try
        {
            using var known = disk.Open(entry.Reference.Id.ToString());
            if (known.Length != entry.Reference.Length)
            {
                return false;
            }

            known.Flush(Later(known.Time, entry.LastPutTime));
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        return Look(disk, entry.Reference.Id) is not null;
    }

    /// <summary>What the folder has of a blob now; null when it has none.</summary>
    private static BlobEntry? Look(IDisk disk, BlobId id)
    {
        try
        {
            using var file = disk.Open(id.ToString());
            return new BlobEntry(new BlobReference(id, file.Length), file.Time);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// A name that is taken is a cut-off file, one whose folder could not be flushed, or one that another process has put: the new one is whole. It is no older than that.
    /// </summary>
    private static void Name(IDisk disk, IDiskFile file, string temporary, BlobEntry entry)
    {
        if (Look(disk, entry.Reference.Id) is { } found && found.LastPutTime > entry.LastPutTime)
        {
            file.Flush(found.LastPutTime);
        }

        disk.Replace(temporary, entry.Reference.Id.ToString());
        disk.FlushDirectory();
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    /// <summary>Reads what is there, once. The folder is flushed: what a process that was killed had renamed may be visible and not durable.</summary>
    private IDisk Open()
    {
        lock (_gate)
        {
            var disk = _disk.Value;
            if (_isOpen)
            {
                return disk;
            }

            var names = disk.List();
            foreach (var name in names)
            {
                Take(disk, name);
            }

            _leftovers = [.. names.Where(TemporaryNames.Has)];
            disk.FlushDirectory();
            _isOpen = true;
            return disk;
        }
    }

    private void Take(IDisk disk, string name)
    {
        if (BlobId.TryParse(name, out var id) && Look(disk, id) is { } found)
        {
            _durable[id] = found;
        }
    }

    /// <summary>Removes a blob, unless another process has put it since, or removed it.</summary>
    private bool Remove(IDisk disk, BlobId id, DateTimeOffset unlessPutSince)
    {
        if (Look(disk, id) is not { } found)
        {
            _durable.Remove(id);
            return false;
        }

        if (found.LastPutTime >= unlessPutSince)
        {
            _durable[id] = found;
            return false;
        }

        disk.Delete(id.ToString());
        _durable.Remove(id);
        return true;
    }

    /// <summary>Removes what puts of a process that was killed had left when the folder was first read, and nothing that came since.</summary>
    private void RemoveLeftovers(IDisk disk)
    {
        lock (_gate)
        {
            if (_leftovers.Count > 0)
            {
                disk.List().Intersect(_leftovers, StringComparer.Ordinal).ToList().ForEach(disk.Delete);
                _leftovers = [];
            }
        }
    }

    private async Task<BlobReference> CopyAsync(Stream content, IDiskFile file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var length = 0L;
            while (await content.ReadAsync(piece, cancellationToken) is var read and > 0)
            {
                RequireFits(length + read);
                hash.AppendData(piece, 0, read);
                var offset = length;
                OnDisk(() => file.Write(piece.AsSpan(0, read), offset));
                length += read;
            }

            return new BlobReference(BlobId.Of(hash.GetCurrentHash()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private void RequireFits(long length)
    {
        if (length > _options.MaximumBlobBytes)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"A blob has more than {_options.MaximumBlobBytes} bytes, the most that DiskBlobStoreOptions.MaximumBlobBytes allows.");
        }
    }

    /// <summary>Gives the file its name, and the name to the folder for good. A blob that is there already stays, unless it is not as long as it should be.</summary>
    private void Publish(IDisk disk, IDiskFile file, string temporary, BlobReference reference)
    {
        BlobEntry entry = new(reference, _options.TimeProvider.GetUtcNow());
        var isFlushed = !IsDurable(reference);
        if (isFlushed)
        {
            file.Flush(entry.LastPutTime); // while others go on
        }

        lock (_gate)
        {
            if (IsDurable(reference) && TryRenew(disk, entry))
            {
                disk.Delete(temporary);
            }
            else
            {
                if (!isFlushed)
                {
                    file.Flush(entry.LastPutTime); // it was removed meanwhile
                }

                Name(disk, file, temporary, entry);
            }

            _durable[reference.Id] = entry;
        }
    }

    private bool IsDurable(BlobReference reference)
    {
        lock (_gate)
        {
            return _durable.TryGetValue(reference.Id, out var known) && known.Reference == reference;
        }
    }
}
