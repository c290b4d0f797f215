using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Looks for damage: in the file (SQLite's own check), and between runs and their records.</summary>
internal static class VerificationQuery
{
    private const int ProblemLimit = 100;

    private static readonly string FileCheck = $"PRAGMA integrity_check({ProblemLimit})";

    private const string Chunks =
        "SELECT runs.run_id, record_count, first_index, count, bytes FROM runs LEFT JOIN run_records USING (run_id) ORDER BY runs.run_id, first_index";

    private const string Orphans = "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1";

    /// <summary>The problems found, at most a hundred and some.</summary>
    public static IReadOnlyList<string> Run(Connection connection, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        CheckFile(connection, problems);
        CheckOrphans(connection, problems);
        CheckRecords(connection, problems, cancellationToken);
        return problems;
    }

    private static void CheckFile(Connection connection, List<string> problems)
    {
        var statement = connection.Prepare(FileCheck);
        while (statement.Step())
        {
            var line = statement.GetText(0);
            if (line != "ok")
            {
                problems.Add(line);
            }
        }
    }

    private static void CheckOrphans(Connection connection, List<string> problems)
    {
        var statement = connection.Prepare(Orphans);
        while (statement.Step())
        {
            problems.Add($"{statement.GetInt64(1)} rows of {statement.GetText(0)} refer to what is not there");
        }
    }

    private static void CheckRecords(Connection connection, List<string> problems, CancellationToken cancellationToken)
    {
        var run = new RunTally();
        var statement = connection.Prepare(Chunks);
        while (problems.Count < ProblemLimit && statement.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var runId = statement.GetRunId(0);
            if (runId != run.RunId)
            {
                run.Finish(problems);
                run = new RunTally { RunId = runId, ExpectedCount = statement.GetInt64(1) };
            }

            if (!statement.IsNull(2))
            {
                run.Add(statement.GetInt64(2), statement.GetInt64(3), statement.GetBytes(4), problems);
            }
        }

        statement.Clear();
        run.Finish(problems);
    }

    /// <summary>Counts the records of one run.</summary>
    private sealed class RunTally
    {
        private long _count;
        private bool _isBroken;

        public RunId RunId { get; init; }

        public long ExpectedCount { get; init; }

        public void Add(long firstIndex, long chunkCount, ReadOnlySpan<byte> bytes, List<string> problems)
        {
            if (firstIndex != _count || CountOf(bytes) != chunkCount)
            {
                _isBroken = true;
                problems.Add($"run {RunId}: the chunk at record {firstIndex} does not follow record {_count} or does not hold {chunkCount} records");
            }

            _count = firstIndex + chunkCount;
        }

        public void Finish(List<string> problems)
        {
            if (!_isBroken && _count != ExpectedCount)
            {
                problems.Add($"run {RunId}: {_count} records are stored instead of {ExpectedCount}");
            }
        }

        private static long CountOf(ReadOnlySpan<byte> bytes)
        {
            try
            {
                return RunRecordCodec.Count(bytes);
            }
            catch (HoldfastException)
            {
                return -1;
            }
        }
    }
}
