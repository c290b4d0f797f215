using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>A call that a lambda described, such as <c>w =&gt; w.ApproveAsync(true)</c>: what would have been called, with which arguments.</summary>
/// <param name="Kind">What kind of method it is.</param>
/// <param name="Name">The workflow type, activity type, signal, query or update name.</param>
/// <param name="Activity">The activity's definition, for an activity.</param>
/// <param name="Arguments">The arguments, without cancellation tokens.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CapturedCall(CallKind Kind, string Name, ActivityDefinition? Activity, IReadOnlyList<CallArgument> Arguments);
