using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Workflow code signals another workflow.</summary>
/// <param name="Target">The other workflow, a child or not.</param>
/// <param name="Signal">The signal's name.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Headers">What goes along to the interceptors of the other workflow; passes the codecs.</param>
public sealed record SignalExternalWorkflowInput(ExternalWorkflowTarget Target, string Signal, IReadOnlyList<CallArgument> Arguments, PayloadMap Headers);
