using Holdfast.Protocol;

namespace Holdfast;

/// <content>Rules that pause activities.</content>
public sealed partial class NamespaceOperations
{
    /// <summary>Creates a rule: an activity of the client's namespace that is about to start, and satisfies it, is paused instead.</summary>
    /// <param name="ruleId">The rule's ID; 1 to 200 characters.</param>
    /// <param name="options">What it is about; a filter of activities or of runs must be given.</param>
    /// <param name="cancellationToken">Ends the wait; the rule may have been created.</param>
    /// <exception cref="HoldfastException">HF1075 when another rule has the ID; HF1006 when the namespace has 10 already; HF1043 and HF1050 to HF1053 for a filter that cannot be read.</exception>
    public Task<WorkflowRule> CreateRuleAsync(string ruleId, WorkflowRuleOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _calls.CreateRuleAsync(ruleId, options, cancellationToken);
    }

    /// <summary>Describes a rule of the client's namespace.</summary>
    /// <param name="ruleId">The rule's ID.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HoldfastException">HF1076 when there is none.</exception>
    public Task<WorkflowRule> DescribeRuleAsync(string ruleId, CancellationToken cancellationToken = default) =>
        _calls.AskNamespacesAsync((service, token) => service.DescribeWorkflowRuleAsync(_calls.Namespace, ruleId, token), cancellationToken);

    /// <summary>The rules of the client's namespace, in the order of their creation; also those that have expired.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<WorkflowRule>> ListRulesAsync(CancellationToken cancellationToken = default) =>
        _calls.AskNamespacesAsync((service, token) => service.ListWorkflowRulesAsync(_calls.Namespace, token), cancellationToken);

    /// <summary>Deletes a rule of the client's namespace. What it paused stays paused.</summary>
    /// <param name="ruleId">The rule's ID.</param>
    /// <param name="cancellationToken">Ends the wait; the rule may have been deleted.</param>
    /// <exception cref="HoldfastException">HF1076 when there is none.</exception>
    public Task DeleteRuleAsync(string ruleId, CancellationToken cancellationToken = default) =>
        _calls.TellNamespacesAsync((service, token) => service.DeleteWorkflowRuleAsync(_calls.Namespace, ruleId, token), cancellationToken);
}
