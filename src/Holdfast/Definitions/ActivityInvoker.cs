using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>Runs an activity method: reads the arguments, awaits the method, converts the result (empty when there is none).</summary>
/// <param name="instance">The instance, or null for a static method.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="cancellationToken">Passed to the method's CancellationToken parameter, when it has one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate Task<Payloads> ActivityInvoker(object? instance, InvocationArguments arguments, CancellationToken cancellationToken);
