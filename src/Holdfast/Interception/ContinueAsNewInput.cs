using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Workflow code continues as a new run.</summary>
/// <param name="WorkflowType">Workflow type of the new run.</param>
/// <param name="Arguments">Arguments of the new run.</param>
/// <param name="Options">How the new run differs; null for not at all.</param>
/// <param name="Headers">What goes along to the interceptors of the new run; passes the codecs. Those of this run do not go along by themselves.</param>
public sealed record ContinueAsNewInput(string WorkflowType, IReadOnlyList<CallArgument> Arguments, ContinueAsNewOptions? Options, PayloadMap Headers);
