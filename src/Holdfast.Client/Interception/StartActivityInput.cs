using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An activity that belongs to no workflow is started.</summary>
/// <param name="ActivityType">The activity type.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is started; with interceptors the ID and the request ID are always there.</param>
public sealed record StartActivityInput(string ActivityType, IReadOnlyList<CallArgument> Arguments, StandaloneActivityOptions Options)
{
    /// <summary>What goes along to the activity's interceptors. Passes the codecs.</summary>
    public PayloadMap Headers { get; init; } = PayloadMap.Empty;

    internal void Validate()
    {
        RequestText.Require(ActivityType, "The activity type");
        Options.Validate();
    }
}
