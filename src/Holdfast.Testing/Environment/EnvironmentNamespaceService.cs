using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>The engine's namespaces as clients see them: calls are noted and go to the process that is up.</summary>
internal sealed class EnvironmentNamespaceService(Func<EnvironmentProcess> process) : INamespaceService
{
    /// <inheritdoc/>
    public Task<NamespaceDescription> RegisterNamespaceAsync(RegisterNamespaceRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.RegisterNamespaceAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<NamespaceDescription> DescribeNamespaceAsync(string name, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.DescribeNamespaceAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamespaceDescription>> ListNamespacesAsync(CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.ListNamespacesAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<NamespaceDescription> UpdateNamespaceAsync(UpdateNamespaceRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.UpdateNamespaceAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task DeprecateNamespaceAsync(string name, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.DeprecateNamespaceAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteNamespaceAsync(string name, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.DeleteNamespaceAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<NamespaceSearchAttributes> ListSearchAttributesAsync(string @namespace, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.ListSearchAttributesAsync(@namespace, cancellationToken));

    /// <inheritdoc/>
    public Task AddSearchAttributesAsync(string @namespace, IReadOnlyDictionary<string, SearchAttributeType> attributes, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.AddSearchAttributesAsync(@namespace, attributes, cancellationToken));

    /// <inheritdoc/>
    public Task RemoveSearchAttributesAsync(string @namespace, IReadOnlyList<string> names, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.RemoveSearchAttributesAsync(@namespace, names, cancellationToken));

    /// <inheritdoc/>
    public Task<WorkflowRule> CreateWorkflowRuleAsync(CreateWorkflowRuleRequest request, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.CreateWorkflowRuleAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<WorkflowRule> DescribeWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.DescribeWorkflowRuleAsync(@namespace, ruleId, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkflowRule>> ListWorkflowRulesAsync(string @namespace, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.ListWorkflowRulesAsync(@namespace, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken) => process().CallAsync(s => s.Namespaces.DeleteWorkflowRuleAsync(@namespace, ruleId, cancellationToken));
}
