using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What is wrong with a command; it fails the whole workflow task.</summary>
internal sealed record CommandFault(WorkflowTaskFailedCause Cause, string Message);
