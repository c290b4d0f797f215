using System.Text.Json.Serialization;

namespace Holdfast.Agents;

/// <summary>Generated metadata of the types in the signatures of the agent workflow and its activities.</summary>
[JsonSerializable(typeof(AgentInput))]
[JsonSerializable(typeof(AgentResult))]
[JsonSerializable(typeof(AgentState))]
[JsonSerializable(typeof(AgentStatus))]
[JsonSerializable(typeof(AgentTranscript))]
[JsonSerializable(typeof(AgentUsage))]
[JsonSerializable(typeof(AgentDescriptor))]
[JsonSerializable(typeof(ApprovalRequest))]
[JsonSerializable(typeof(IReadOnlyList<ApprovalRequest>))]
[JsonSerializable(typeof(ApprovalResolution))]
[JsonSerializable(typeof(ModelCallRequest))]
[JsonSerializable(typeof(ModelCallResult))]
[JsonSerializable(typeof(ToolCallRequest))]
[JsonSerializable(typeof(ToolCallResult))]
[JsonSerializable(typeof(string))]
internal sealed partial class AgentJsonContext : JsonSerializerContext;
