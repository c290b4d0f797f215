namespace Holdfast.Generators;

/// <summary>Names of the pipeline's steps, by which tests see what was recomputed.</summary>
internal static class PipelineSteps
{
    public const string ReadWorkflows = nameof(ReadWorkflows);
    public const string ReadActivities = nameof(ReadActivities);
    public const string Definitions = nameof(Definitions);
    public const string ReadCalls = nameof(ReadCalls);
    public const string Calls = nameof(Calls);
}
