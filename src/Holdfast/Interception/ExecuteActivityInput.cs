using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An activity attempt is to be run.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Instance">The activity's object; null for a static method or a delegate.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Headers">What interceptors of the workflow sent along, after the codecs.</param>
public sealed record ExecuteActivityInput(ActivityDefinition Activity, object? Instance, RawArguments Arguments, PayloadMap Headers);
