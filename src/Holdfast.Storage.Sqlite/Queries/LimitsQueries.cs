using System.Buffers;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Limits of task queues that were set by clients.</summary>
internal static class LimitsQueries
{
    private const string All = "SELECT namespace, task_queue, limits FROM task_queue_limits";

    private const string Put =
        "INSERT INTO task_queue_limits (namespace, task_queue, limits) VALUES (?, ?, ?) ON CONFLICT (namespace, task_queue) DO UPDATE SET limits = excluded.limits";

    private const string Delete = "DELETE FROM task_queue_limits WHERE namespace = ? AND task_queue = ?";

    public static IReadOnlyList<StoredTaskQueueLimits> Read(Connection connection)
    {
        List<StoredTaskQueueLimits> limits = [];
        var statement = connection.Prepare(All);
        while (statement.Step())
        {
            limits.Add(new StoredTaskQueueLimits(statement.GetText(0), statement.GetText(1), TaskQueueLimitsCodec.Read(statement.GetBytes(2))));
        }

        return limits;
    }

    /// <summary>Keeps limits; null forgets them. Its caller holds a transaction.</summary>
    public static bool Write(Connection connection, string @namespace, string taskQueue, TaskQueueLimits? limits)
    {
        if (limits is null)
        {
            connection.Prepare(Delete).Bind(@namespace).Bind(taskQueue).Execute();
            return true;
        }

        var writer = new ArrayBufferWriter<byte>();
        TaskQueueLimitsCodec.Write(writer, limits);
        connection.Prepare(Put).Bind(@namespace).Bind(taskQueue).BindBytes(writer.WrittenSpan).Execute();
        return true;
    }
}
