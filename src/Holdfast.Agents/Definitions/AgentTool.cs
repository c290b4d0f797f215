using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>A tool of an agent.</summary>
/// <param name="function">The function; it runs on the worker's host, in an activity.</param>
/// <param name="options">How it is called; null for the defaults.</param>
public sealed class AgentTool(AIFunction function, ToolOptions? options = null)
{
    private readonly bool _isMarked = function.GetService<ApprovalRequiredAIFunction>() is not null;

    /// <summary>The function.</summary>
    public AIFunction Function { get; } = function;

    /// <summary>How it is called.</summary>
    public ToolOptions Options { get; } = options ?? new ToolOptions();

    /// <summary>The name by which the model calls it.</summary>
    public string Name => Function.Name;

    /// <summary>A tool with the default options.</summary>
    public static implicit operator AgentTool(AIFunction function) => new(function);

    /// <summary>A tool with the default options.</summary>
    public static AgentTool FromAIFunction(AIFunction function) => new(function);

    /// <summary>Whether a call must be approved. In doubt it must.</summary>
    internal bool MustBeApproved(ToolCallFacts call)
    {
        if (_isMarked || Options.NeedsApproval)
        {
            return true;
        }

        try
        {
            return Options.ApprovalRule?.Invoke(call) ?? false;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
