using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Requests about namespaces, measured while somebody listens.</summary>
internal sealed class MeasuredNamespaceService(INamespaceService inner, CallInstruments instruments) : INamespaceService
{
    /// <inheritdoc/>
    public Task<NamespaceDescription> RegisterNamespaceAsync(RegisterNamespaceRequest request, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("RegisterNamespace", () => inner.RegisterNamespaceAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<NamespaceDescription> DescribeNamespaceAsync(string name, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("DescribeNamespace", () => inner.DescribeNamespaceAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamespaceDescription>> ListNamespacesAsync(CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ListNamespaces", () => inner.ListNamespacesAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<NamespaceDescription> UpdateNamespaceAsync(UpdateNamespaceRequest request, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("UpdateNamespace", () => inner.UpdateNamespaceAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task DeprecateNamespaceAsync(string name, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("DeprecateNamespace", () => inner.DeprecateNamespaceAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteNamespaceAsync(string name, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("DeleteNamespace", () => inner.DeleteNamespaceAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<NamespaceSearchAttributes> ListSearchAttributesAsync(string @namespace, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ListSearchAttributes", () => inner.ListSearchAttributesAsync(@namespace, cancellationToken));

    /// <inheritdoc/>
    public Task AddSearchAttributesAsync(string @namespace, IReadOnlyDictionary<string, SearchAttributeType> attributes, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("AddSearchAttributes", () => inner.AddSearchAttributesAsync(@namespace, attributes, cancellationToken));

    /// <inheritdoc/>
    public Task RemoveSearchAttributesAsync(string @namespace, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("RemoveSearchAttributes", () => inner.RemoveSearchAttributesAsync(@namespace, names, cancellationToken));

    /// <inheritdoc/>
    public Task<WorkflowRule> CreateWorkflowRuleAsync(CreateWorkflowRuleRequest request, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("CreateWorkflowRule", () => inner.CreateWorkflowRuleAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<WorkflowRule> DescribeWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("DescribeWorkflowRule", () => inner.DescribeWorkflowRuleAsync(@namespace, ruleId, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkflowRule>> ListWorkflowRulesAsync(string @namespace, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("ListWorkflowRules", () => inner.ListWorkflowRulesAsync(@namespace, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken) =>
        instruments.MeasureAsync("DeleteWorkflowRule", () => inner.DeleteWorkflowRuleAsync(@namespace, ruleId, cancellationToken));
}
