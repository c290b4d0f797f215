using System.Text.Json.Serialization;

namespace Holdfast.Agents;

/// <summary>How a tool call ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToolCallOutcome>))]
public enum ToolCallOutcome
{
    /// <summary>The tool gave a result.</summary>
    Succeeded = 0,

    /// <summary>The tool failed for good.</summary>
    Failed = 1,

    /// <summary>The approval was denied.</summary>
    Rejected = 2,

    /// <summary>The call was not made: unknown tool, arguments that do not fit, or a limit.</summary>
    Refused = 3,
}
