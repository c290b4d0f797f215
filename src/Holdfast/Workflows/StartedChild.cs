using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A child workflow that has started, as the worker knows it.</summary>
/// <param name="WorkflowId">The child's workflow ID.</param>
/// <param name="FirstExecutionRunId">The child's first run.</param>
/// <param name="Result">Ends with the child.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StartedChild(string WorkflowId, RunId FirstExecutionRunId, Task<Payloads> Result);
