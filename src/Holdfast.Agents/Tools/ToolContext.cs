using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>What a tool may know of the call that it serves.</summary>
/// <remarks>
/// A tool gets it from <see cref="Current"/>, or with <see cref="Of"/> from the <see cref="AIFunctionArguments"/> that it takes as a parameter.
/// Threading: follows the tool's code through awaits.
/// </remarks>
public sealed class ToolContext
{
    /// <summary>Key of <see cref="IdempotencyKey"/> in <see cref="AIFunctionArguments.Context"/>: the same name as in a model call's properties.</summary>
    public const string IdempotencyKeyName = ModelRequestProperties.IdempotencyKey;

    private const string ContextKey = "holdfast.toolContext";

    private static readonly AsyncLocal<ToolContext?> Ambient = new();

    internal ToolContext(ToolCallRequest request, ActivityInfo activity)
    {
        Agent = request.Agent;
        Tool = request.Tool;
        CallId = request.CallId;
        IdempotencyKey = activity.IdempotencyKey;
        Attempt = activity.Attempt;
        WorkflowId = activity.WorkflowId;
    }

    /// <summary>The context of the tool call that this code belongs to; null outside one.</summary>
    public static ToolContext? Current => Ambient.Value;

    /// <summary>The key under which to ask outside systems to deduplicate the call's effect: the same for every attempt, also after a crash, and different for every call.</summary>
    public string IdempotencyKey { get; }

    /// <summary>The agent.</summary>
    public string Agent { get; }

    /// <summary>The tool.</summary>
    public string Tool { get; }

    /// <summary>The call's ID in the transcript.</summary>
    public string CallId { get; }

    /// <summary>The attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>The workflow that runs the agent.</summary>
    public string WorkflowId { get; }

    /// <summary>The context that travels with a tool's arguments; null when the tool was not called by an agent.</summary>
    public static ToolContext? Of(AIFunctionArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments.Context?.TryGetValue(ContextKey, out var context) == true ? context as ToolContext : null;
    }

    internal void AddTo(AIFunctionArguments arguments) =>
        arguments.Context = new Dictionary<object, object?> { [ContextKey] = this, [IdempotencyKeyName] = IdempotencyKey };

    internal IDisposable Enter()
    {
        Ambient.Value = this;
        return new Leaving();
    }

    private sealed class Leaving : IDisposable
    {
        public void Dispose() => Ambient.Value = null;
    }
}
