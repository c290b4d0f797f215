using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Claims;

/// <summary>
/// Says in the folder itself who has it. Whoever opens the journal claims the folder before reading a byte of it; whoever had it before finds that out by reading the
/// claim between a flush and what is told about it, and stops. So a process that lost the folder's lock without noticing (a network file system gave it away while the
/// host was stopped or cut off) acknowledges nothing that its successor did not read.
/// </summary>
/// <remarks>
/// <para>Durability: a claim is one sector, written in place and flushed: the old one or the new one is there, never a mixture.</para>
/// <para>Threading: <see cref="IsInForce"/> may be asked from any thread.</para>
/// </remarks>
internal sealed class FolderClaim : IDisposable
{
    /// <summary>The file.</summary>
    public const string FileName = "journal.claim";

    private readonly IDisk _disk;
    private readonly IDiskFile _file;
    private ClaimRecord _own;

    private readonly byte[] _ownBytes = new byte[ClaimRecord.Bytes];

    private FolderClaim(IDisk disk, IDiskFile file, ClaimRecord own)
    {
        (_disk, _file, _own) = (disk, file, own);
        own.Write(_ownBytes);
    }

    /// <summary>
    /// True when a process of another machine had the folder and did not give it up: it may live and still write. Nothing that it can write to may be written to by this
    /// one, which therefore begins a segment of its own (<see cref="EndTakeOver"/>).
    /// </summary>
    public bool IsTakeOver => _own.State == ClaimState.TakingOver;

    /// <summary>Counts take-overs: files that this process makes have names that no process from before the last take-over gives to its own.</summary>
    public long Line => _own.Line;

    /// <summary>Whether nobody else has claimed the folder since.</summary>
    public bool IsInForce
    {
        get
        {
            Span<byte> found = stackalloc byte[ClaimRecord.Bytes];
            return _file.Read(found, 0) == found.Length && found.SequenceEqual(_ownBytes);
        }
    }

    /// <summary>Claims a folder, whose lock is held. From now on nobody from before is told that anything is durable.</summary>
    public static FolderClaim Take(IDisk disk)
    {
        bool exists = disk.List().Contains(FileName, StringComparer.Ordinal);
        IDiskFile file = exists ? disk.Open(FileName) : disk.Create(FileName);
        try
        {
            ClaimRecord before = exists ? Read(file) : ClaimRecord.None;
            ClaimRecord own = before.Next(disk.Machine);
            Write(file, own); // recovery flushes the directory before it reads
            return new FolderClaim(disk, file, own);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Ends what rests on having the folder, when it has another owner.</summary>
    /// <exception cref="JournalException">HF2014: somebody else has claimed the folder.</exception>
    public void ThrowUnlessInForce()
    {
        if (!IsInForce)
        {
            throw JournalException.Deposed(_disk.Description);
        }
    }

    /// <summary>A segment of this process's own has begun, durably: who opens the folder next on this machine may go on in it.</summary>
    public void EndTakeOver()
    {
        if (IsTakeOver)
        {
            ThrowUnlessInForce();
            _own = _own with { State = ClaimState.Held };
            _own.Write(_ownBytes);
            Write(_file, _own);
        }
    }

    /// <summary>Gives the folder up in good order: this process writes nothing more.</summary>
    public void GiveUp()
    {
        if (IsInForce)
        {
            Write(_file, _own with { State = ClaimState.GivenUp });
        }
    }

    public void Dispose() => _file.Dispose();

    private static ClaimRecord Read(IDiskFile file)
    {
        Span<byte> bytes = stackalloc byte[ClaimRecord.Bytes];
        int read = file.Read(bytes, 0);
        return ClaimRecord.Read(bytes[..read]);
    }

    private static void Write(IDiskFile file, ClaimRecord claim)
    {
        Span<byte> bytes = stackalloc byte[ClaimRecord.Bytes];
        claim.Write(bytes);
        file.Write(bytes, 0);
        file.Flush();
    }
}
