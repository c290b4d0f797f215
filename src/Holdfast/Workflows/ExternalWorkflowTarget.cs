using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Another workflow, as workflow code names it.</summary>
/// <param name="WorkflowId">Its workflow ID.</param>
/// <param name="RunId">The one run meant; none for whichever is current.</param>
/// <param name="IsChild">True when it must be a child of this run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExternalWorkflowTarget(string WorkflowId, RunId RunId, bool IsChild);
