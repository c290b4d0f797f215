using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage.Sqlite.Rows;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 3 of the schema: search attributes are indexed, and runs know their root, execution time and number of transitions.</summary>
internal static class SearchAttributeMigration
{
    /// <summary>The step.</summary>
    public static readonly StoreMigration Migration = new(
        3,
        [
            "ALTER TABLE runs ADD COLUMN execution_time INTEGER",
            "ALTER TABLE runs ADD COLUMN state_transition_count INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE runs ADD COLUMN root_workflow_id TEXT",
            "ALTER TABLE runs ADD COLUMN root_run_id BLOB",
            "CREATE TABLE search_attributes (id INTEGER PRIMARY KEY AUTOINCREMENT, namespace TEXT NOT NULL, name TEXT NOT NULL, type INTEGER NOT NULL, UNIQUE (namespace, name, type))",
            """
            CREATE TABLE run_attributes (
                run_id BLOB NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
                attribute_id INTEGER NOT NULL REFERENCES search_attributes (id),
                value NOT NULL,
                PRIMARY KEY (run_id, attribute_id, value)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX run_attributes_by_value ON run_attributes (attribute_id, value, run_id)",
        ],
        Fill);

    private const int RunsPerPage = 1_000;

    private const string Attributed = "SELECT run_id, namespace, search_attributes FROM runs WHERE search_attributes IS NOT NULL AND run_id > ? ORDER BY run_id LIMIT ?";

    private static void Fill(Connection connection)
    {
        IReadOnlyList<AttributedRun> page;
        var after = RunId.None;
        do
        {
            page = ReadPage(connection, after);
            foreach (var run in page)
            {
                AttributeWriter.Replace(connection, run.RunId, run.Namespace, run.Attributes, isNew: true);
                after = run.RunId;
            }
        }
        while (page.Count == RunsPerPage);
    }

    private static List<AttributedRun> ReadPage(Connection connection, RunId after)
    {
        List<AttributedRun> page = [];
        var statement = connection.Prepare(Attributed).Bind(after).Bind((long)RunsPerPage);
        while (statement.Step())
        {
            page.Add(new AttributedRun(statement.GetRunId(0), statement.GetText(1), PayloadMapCodec.Read(statement.GetBytes(2))));
        }

        return page;
    }

    private readonly record struct AttributedRun(RunId RunId, string Namespace, PayloadMap Attributes);
}
