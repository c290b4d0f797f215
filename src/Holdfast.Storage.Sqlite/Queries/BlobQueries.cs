using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Which blobs the runs refer to, which those in the archive do, and which those did that were deleted. A trigger notes the latter.</summary>
internal static class BlobQueries
{
    /// <summary>Blobs that <see cref="ReadPage"/> gives at a time.</summary>
    public const int PageSize = 1_000;

    private const string Insert = "INSERT OR IGNORE INTO run_blobs (run_id, blob) VALUES (?, ?)";

    private const string InsertReleased = "INSERT OR REPLACE INTO released_blobs (blob, released_time) VALUES (?, NULL)";

    private const string IsUsed = "SELECT EXISTS (SELECT 1 FROM run_blobs WHERE blob = ?) OR EXISTS (SELECT 1 FROM released_blobs WHERE blob = ?) OR EXISTS (SELECT 1 FROM archived_blobs WHERE blob = ?)";

    private const string InsertArchived = "INSERT OR IGNORE INTO archived_blobs (blob) VALUES (?)";

    private const string Page = "SELECT blob FROM (SELECT blob FROM run_blobs WHERE blob > ?1 UNION SELECT blob FROM archived_blobs WHERE blob > ?1) ORDER BY blob LIMIT ?2";

    private const string Forget = "DELETE FROM released_blobs WHERE released_time < ?";

    private const string NoteTime = "UPDATE released_blobs SET released_time = ? WHERE released_time IS NULL";

    /// <summary>Notes the blobs that records of a run refer to; the caller holds the transaction.</summary>
    public static void Add(Connection connection, RunId runId, ReadOnlySpan<byte> records)
    {
        foreach (var blob in RecordedBlobs.In(records))
        {
            connection.Prepare(Insert).Bind(runId).Bind(blob).Execute();
        }
    }

    public static bool Release(Connection connection, IReadOnlyCollection<BlobId> blobs)
    {
        foreach (var blob in blobs)
        {
            connection.Prepare(InsertReleased).Bind(blob).Execute();
        }

        return blobs.Count > 0;
    }

    public static bool Keep(Connection connection, IReadOnlyCollection<BlobId> blobs)
    {
        foreach (var blob in blobs)
        {
            connection.Prepare(InsertArchived).Bind(blob).Execute();
        }

        return blobs.Count > 0;
    }

    public static IReadOnlyList<BlobId> FindUnused(Connection connection, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken)
    {
        List<BlobId> unused = [];
        foreach (var blob in blobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var statement = connection.Prepare(IsUsed).Bind(blob).Bind(blob).Bind(blob);
            if (statement.Step() && !statement.GetFlag(0))
            {
                unused.Add(blob);
            }

            statement.Clear();
        }

        return unused;
    }

    /// <summary>The blobs behind the one given, each once, in order; fewer than <see cref="PageSize"/> when they are the last.</summary>
    public static IReadOnlyList<BlobId> ReadPage(Connection connection, BlobId? after)
    {
        List<BlobId> page = [];
        var statement = connection.Prepare(Page);
        _ = after is { } last ? statement.Bind(last) : statement.BindBytes([]);
        statement.Bind((long)PageSize);
        while (statement.Step())
        {
            page.Add(statement.GetBlobId(0));
        }

        return page;
    }

    public static bool ForgetReleased(Connection connection, DateTimeOffset now, DateTimeOffset releasedBefore)
    {
        connection.Prepare(Forget).Bind(releasedBefore).Execute();
        connection.Prepare(NoteTime).Bind(now).Execute();
        return true;
    }
}
