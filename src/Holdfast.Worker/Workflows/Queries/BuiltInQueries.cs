using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Queries that every workflow answers, by the names and in the forms that Temporal's tools know.</summary>
internal static class BuiltInQueries
{
    public const string StackTrace = "__stack_trace";
    public const string EnhancedStackTrace = "__enhanced_stack_trace";
    public const string Metadata = "__temporal_workflow_metadata";

    /// <summary>What each tells, for people.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (EnhancedStackTrace, "where the workflow's code waits, as data"),
        (StackTrace, "where the workflow's code waits, as text"),
        (Metadata, "the workflow's handlers and current details"),
    ];

    /// <summary>True when the answer needs a run that was replayed with a <see cref="WaitTrace"/>.</summary>
    public static bool NeedsTrace(string queryType) => queryType is StackTrace or EnhancedStackTrace;

    /// <summary>The answer; null for a query that is not built in.</summary>
    public static Payloads? Answer(WorkflowRun run, string queryType) => queryType switch
    {
        StackTrace => Payloads.Of(run.Converters.Own.ToPayload(StackTraceAnswer.Text(run))),
        EnhancedStackTrace => Payloads.Of(StackTraceAnswer.Data(run)),
        Metadata => Payloads.Of(MetadataAnswer.Of(run)),
        _ => null,
    };
}
