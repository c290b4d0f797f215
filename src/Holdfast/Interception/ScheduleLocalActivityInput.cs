using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Workflow code asks for a local activity.</summary>
/// <param name="ActivityType">The activity type.</param>
/// <param name="Definition">What the activity's attribute says; null when only its name is known.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is run.</param>
/// <param name="Headers">What goes along to the activity's interceptors; recorded nowhere.</param>
public sealed record ScheduleLocalActivityInput(string ActivityType, ActivityDefinition? Definition, IReadOnlyList<CallArgument> Arguments, LocalActivityOptions Options, PayloadMap Headers);
