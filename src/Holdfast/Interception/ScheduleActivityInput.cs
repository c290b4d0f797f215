using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Workflow code asks for an activity.</summary>
/// <param name="ActivityType">The activity type.</param>
/// <param name="Definition">What the activity's attribute says; null when only its name is known.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is run.</param>
/// <param name="Headers">What goes along to the interceptors of the worker that runs it; passes the codecs.</param>
public sealed record ScheduleActivityInput(string ActivityType, ActivityDefinition? Definition, IReadOnlyList<CallArgument> Arguments, ActivityOptions Options, PayloadMap Headers);
