using System.Text.Json.Serialization;

namespace Holdfast.Agents;

/// <summary>What was decided about a tool call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApprovalDecision>))]
public enum ApprovalDecision
{
    /// <summary>Nothing; refused where a decision is wanted.</summary>
    None = 0,

    /// <summary>Make the call.</summary>
    Approve = 1,

    /// <summary>Do not make the call.</summary>
    Reject = 2,

    /// <summary>Make the call with other arguments.</summary>
    Edit = 3,
}
