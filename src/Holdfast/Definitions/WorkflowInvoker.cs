using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>Runs workflow code, or a signal or update handler: reads the arguments, awaits the method, converts the result (empty when there is none).</summary>
/// <param name="instance">The workflow's instance, or null for a static method.</param>
/// <param name="arguments">The arguments.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate Task<Payloads> WorkflowInvoker(object? instance, InvocationArguments arguments);
