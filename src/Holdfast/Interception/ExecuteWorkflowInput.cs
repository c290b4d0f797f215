using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A run's code is to be run.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Instance">The workflow object, made of the arguments as they came; null for a static method.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Headers">What interceptors of the starter sent along, after the codecs.</param>
public sealed record ExecuteWorkflowInput(WorkflowDefinition Workflow, object? Instance, RawArguments Arguments, PayloadMap Headers);
