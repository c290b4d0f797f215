using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An activity that a client started is described.</summary>
/// <param name="ActivityId">The activity's ID.</param>
/// <param name="RunId">The run; none for the newest.</param>
public sealed record DescribeActivityInput(string ActivityId, RunId RunId);
