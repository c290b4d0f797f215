
using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>What sequences have reached of an engine. A session that has not reached all of it proves too little.</summary>
internal sealed class OracleCoverage
{
    /// <summary>Event types that no sequence produces, and why.</summary>
    public static readonly IReadOnlyDictionary<EventType, string> NeverProduced = new Dictionary<EventType, string>
    {
        [EventType.WorkflowTaskTimedOut] = "a worker in the same process holds its task for the whole timeout only when its thread hangs, and virtual time stands still meanwhile",
    };

    /// <summary>Methods of the service that the client of a sequence does not call, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NeverCalled = new Dictionary<string, string>(StringComparer.Ordinal);

    private static readonly string[] AllMethods = [.. typeof(IWorkflowService).GetMethods().Concat(typeof(INamespaceService).GetMethods()).Where(m => m.ReturnType.IsAssignableTo(typeof(Task))).Select(m => m.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The event types in histories that were seen.</summary>
    public HashSet<EventType> EventTypes { get; } = [];

    /// <summary>The methods of the service that gave an answer.</summary>
    public HashSet<string> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>The clients' blob store.</summary>
    public IBlobStore Blobs { get; } = new DiskBlobStore(new MemoryDisk(), new DiskBlobStoreOptions());

    /// <summary>What was not reached.</summary>
    public IReadOnlyList<string> Missing(string engine) =>
    [
        .. Enum.GetValues<EventType>().Where(t => !EventTypes.Contains(t) && !NeverProduced.ContainsKey(t)).Select(t => $"the {engine} has no {t}"),
        .. AllMethods.Where(m => !Methods.Contains(m) && !NeverCalled.ContainsKey(m)).Select(m => $"the {engine} was not asked {m}"),
    ];
}
