using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Rows;

/// <summary>Writes the index of a run's search attributes; its caller holds the transaction.</summary>
internal static class AttributeWriter
{
    private const string Forget = "DELETE FROM run_attributes WHERE run_id = ?";

    private const string Register = "INSERT INTO search_attributes (namespace, name, type) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private const string IdOf = "SELECT id FROM search_attributes WHERE namespace = ? AND name = ? AND type = ?";

    private const string Insert = "INSERT OR IGNORE INTO run_attributes (run_id, attribute_id, value) VALUES (?, ?, ?)";

    public static void Replace(Connection connection, RunId runId, string @namespace, PayloadMap attributes, bool isNew)
    {
        if (!isNew)
        {
            connection.Prepare(Forget).Bind(runId).Execute();
        }

        foreach (var (name, payload) in attributes)
        {
            var type = SearchAttributePayload.Infer(payload);
            if (RunAttributes.Of(payload, type) is { Count: > 0 } values)
            {
                Write(connection, runId, Id(connection, @namespace, name, type), values);
            }
        }
    }

    private static void Write(Connection connection, RunId runId, long attributeId, IReadOnlyList<object> values)
    {
        foreach (var value in values)
        {
            var statement = connection.Prepare(Insert).Bind(runId).Bind(attributeId);
            _ = value switch
            {
                long number => statement.Bind(number),
                double number => statement.Bind(number),
                _ => statement.Bind((string)value),
            };
            statement.Execute();
        }
    }

    private static long Id(Connection connection, string @namespace, string name, SearchAttributeType type)
    {
        if (Find(connection, @namespace, name, type) is { } known)
        {
            return known;
        }

        connection.Prepare(Register).Bind(@namespace).Bind(name).Bind((long)type).Execute();
        return Find(connection, @namespace, name, type) ?? throw new HoldfastException(ErrorCodes.InvariantBroken, $"The search attribute {name} was written and is not there.");
    }

    private static long? Find(Connection connection, string @namespace, string name, SearchAttributeType type)
    {
        var statement = connection.Prepare(IdOf).Bind(@namespace).Bind(name).Bind((long)type);
        long? id = statement.Step() ? statement.GetInt64(0) : null;
        statement.Clear();
        return id;
    }
}
