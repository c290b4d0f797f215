using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Workflow code asks for a child workflow.</summary>
/// <param name="WorkflowType">The workflow type.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is run.</param>
/// <param name="Headers">What goes along to the child's interceptors; passes the codecs.</param>
public sealed record StartChildWorkflowInput(string WorkflowType, IReadOnlyList<CallArgument> Arguments, ChildWorkflowOptions Options, PayloadMap Headers);
