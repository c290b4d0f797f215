using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>The run that a start gave.</summary>
/// <param name="Execution">The run.</param>
/// <param name="FirstExecutionRunId">First run of its chain; none when an open run was used whose chain is not known.</param>
public sealed record StartedRun(WorkflowExecution Execution, RunId FirstExecutionRunId);
