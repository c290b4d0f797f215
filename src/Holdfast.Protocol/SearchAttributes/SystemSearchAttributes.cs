using System.Collections.Frozen;

namespace Holdfast.Protocol;

/// <summary>The search attributes that every namespace has. Names and types are Temporal's.</summary>
public static class SystemSearchAttributes
{
    /// <summary>The prefix that custom attributes may not have: "Temporal".</summary>
    public const string ReservedPrefix = "Temporal";

    /// <summary>Versions of changed code that a run has taken.</summary>
    public const string TemporalChangeVersion = "TemporalChangeVersion";

    /// <summary>Why a run makes no progress.</summary>
    public const string TemporalReportedProblems = "TemporalReportedProblems";

    /// <summary>What is paused of a run.</summary>
    public const string TemporalPauseInfo = "TemporalPauseInfo";

    /// <summary>How many payloads of a closed run's history lie in the blob store.</summary>
    public const string TemporalExternalPayloadCount = "TemporalExternalPayloadCount";

    /// <summary>Bytes of those payloads in the blob store.</summary>
    public const string TemporalExternalPayloadSizeBytes = "TemporalExternalPayloadSizeBytes";

    /// <summary>Those that the engine knows of each run; nobody can set them.</summary>
    public static readonly FrozenDictionary<string, SearchAttributeType> OfRuns = new Dictionary<string, SearchAttributeType>(StringComparer.Ordinal)
    {
        ["CloseTime"] = SearchAttributeType.Datetime,
        ["ExecutionDuration"] = SearchAttributeType.Int,
        ["ExecutionStatus"] = SearchAttributeType.Keyword,
        ["ExecutionTime"] = SearchAttributeType.Datetime,
        ["HistoryLength"] = SearchAttributeType.Int,
        ["HistorySizeBytes"] = SearchAttributeType.Int,
        ["ParentRunId"] = SearchAttributeType.Keyword,
        ["ParentWorkflowId"] = SearchAttributeType.Keyword,
        ["RootRunId"] = SearchAttributeType.Keyword,
        ["RootWorkflowId"] = SearchAttributeType.Keyword,
        ["RunId"] = SearchAttributeType.Keyword,
        ["StartTime"] = SearchAttributeType.Datetime,
        ["StateTransitionCount"] = SearchAttributeType.Int,
        ["TaskQueue"] = SearchAttributeType.Keyword,
        ["WorkflowId"] = SearchAttributeType.Keyword,
        ["WorkflowType"] = SearchAttributeType.Keyword,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those that are kept with a run's own attributes and set by features of the engine and its SDKs.</summary>
    public static readonly FrozenDictionary<string, SearchAttributeType> Predefined = new Dictionary<string, SearchAttributeType>(StringComparer.Ordinal)
    {
        ["BatcherNamespace"] = SearchAttributeType.Keyword,
        ["BatcherUser"] = SearchAttributeType.Keyword,
        ["BinaryChecksums"] = SearchAttributeType.KeywordList,
        ["BuildIds"] = SearchAttributeType.KeywordList,
        [TemporalChangeVersion] = SearchAttributeType.KeywordList,
        [TemporalExternalPayloadCount] = SearchAttributeType.Int,
        [TemporalExternalPayloadSizeBytes] = SearchAttributeType.Int,
        ["TemporalNamespaceDivision"] = SearchAttributeType.Keyword,
        [TemporalPauseInfo] = SearchAttributeType.KeywordList,
        [TemporalReportedProblems] = SearchAttributeType.KeywordList,
        ["TemporalScheduledById"] = SearchAttributeType.Keyword,
        ["TemporalScheduledStartTime"] = SearchAttributeType.Datetime,
        ["TemporalSchedulePaused"] = SearchAttributeType.Bool,
        ["TemporalUsedWorkerDeploymentVersions"] = SearchAttributeType.KeywordList,
        ["TemporalWorkerDeployment"] = SearchAttributeType.Keyword,
        ["TemporalWorkerDeploymentVersion"] = SearchAttributeType.Keyword,
        ["TemporalWorkerVersioningRampThreshold"] = SearchAttributeType.Double,
        ["TemporalWorkflowVersioningBehavior"] = SearchAttributeType.Keyword,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Predefined attributes that users may set, as Temporal lets them: those that SDKs and tools have set for long.</summary>
    private static readonly FrozenSet<string> SetByUsers = FrozenSet.Create(
        StringComparer.Ordinal,
        "BatcherNamespace",
        "BatcherUser",
        "BinaryChecksums",
        "BuildIds",
        TemporalChangeVersion,
        "TemporalNamespaceDivision",
        TemporalPauseInfo,
        TemporalReportedProblems,
        "TemporalScheduledById",
        "TemporalScheduledStartTime",
        "TemporalSchedulePaused");

    private static readonly FrozenSet<string> ReservedNames = FrozenSet.Create(StringComparer.Ordinal, "NamespaceId", "MemoEncoding", "Memo", "VisibilityTaskKey");

    /// <summary>The type of a system or predefined attribute; Unspecified for any other name.</summary>
    public static SearchAttributeType TypeOf(string name) =>
        OfRuns.TryGetValue(name, out var type) || Predefined.TryGetValue(name, out type) ? type : SearchAttributeType.Unspecified;

    /// <summary>True for an attribute that the engine alone sets.</summary>
    public static bool IsKeptByEngine(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return OfRuns.ContainsKey(name) || (Predefined.ContainsKey(name) && !SetByUsers.Contains(name));
    }

    /// <summary>True for a name that no custom attribute may have.</summary>
    public static bool IsReserved(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TypeOf(name) != SearchAttributeType.Unspecified || ReservedNames.Contains(name) || name.StartsWith(ReservedPrefix, StringComparison.Ordinal);
    }
}
