using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Checks requests about namespaces, and carries them out on the registry.</summary>
internal sealed class NamespaceService(NamespaceRegistry registry, RegisteredSearchAttributeTypes searchAttributes, NamespaceDeletions deletions, bool canArchive, TimeProvider timeProvider) : INamespaceService
{
    /// <inheritdoc/>
    public async Task<NamespaceDescription> RegisterNamespaceAsync(RegisterNamespaceRequest request, CancellationToken cancellationToken)
    {
        NamespaceRules.CheckName(request.Name);
        var info = registry.New(request.Name) with
        {
            Description = request.Description,
            OwnerEmail = request.OwnerEmail,
            Data = Copy(request.Data),
            Retention = request.Retention,
            Archival = ArchivalOf(ArchivalState.Unspecified, request.ArchivesRuns),
            RegisteredSearchAttributesOnly = request.RegisteredSearchAttributesOnly,
        };
        NamespaceRules.CheckSettings(info);
        return Describe(await registry.AddAsync(info, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<NamespaceDescription> DescribeNamespaceAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Describe(registry.Find(name)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamespaceDescription>> ListNamespacesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<NamespaceDescription>>([.. registry.All.OrderBy(n => n.Name, StringComparer.Ordinal).Select(Describe)]);

    /// <inheritdoc/>
    public async Task<NamespaceDescription> UpdateNamespaceAsync(UpdateNamespaceRequest request, CancellationToken cancellationToken) =>
        Describe(await registry.UpdateAsync(request.Name, info => Updated(info, request), cancellationToken));

    /// <inheritdoc/>
    public Task DeprecateNamespaceAsync(string name, CancellationToken cancellationToken) =>
        name == NamespaceRules.Default
            ? throw NamespaceFaults.DefaultIsKept("deprecated")
            : registry.UpdateAsync(name, static info => info with { State = NamespaceState.Deprecated }, cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteNamespaceAsync(string name, CancellationToken cancellationToken)
    {
        if (name == NamespaceRules.Default)
        {
            throw NamespaceFaults.DefaultIsKept("deleted");
        }

        await registry.BeginDeletionAsync(name, cancellationToken);
        await deletions.ContinueAsync(name).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NamespaceSearchAttributes> ListSearchAttributesAsync(string @namespace, CancellationToken cancellationToken)
    {
        var registered = registry.Require(@namespace).SearchAttributes;
        return Task.FromResult(new NamespaceSearchAttributes(SystemSearchAttributes.OfRuns.Concat(SystemSearchAttributes.Predefined).ToDictionary(StringComparer.Ordinal), registered, searchAttributes.UsedIn(@namespace)));
    }

    /// <inheritdoc/>
    public Task AddSearchAttributesAsync(string @namespace, IReadOnlyDictionary<string, SearchAttributeType> attributes, CancellationToken cancellationToken) => registry.UpdateAsync(
        @namespace,
        info => SearchAttributeRegistrationRules.Add(info, attributes, name => searchAttributes.Used.TypeOf(@namespace, name)),
        cancellationToken);

    /// <inheritdoc/>
    public Task RemoveSearchAttributesAsync(string @namespace, IReadOnlyList<string> names, CancellationToken cancellationToken) => registry.UpdateAsync(
        @namespace,
        info => SearchAttributeRegistrationRules.Remove(info, names, name => searchAttributes.TypeOf(@namespace, name)),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<WorkflowRule> CreateWorkflowRuleAsync(CreateWorkflowRuleRequest request, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        WorkflowRuleLimits.Check(request, now);
        WorkflowRule rule = new()
        {
            Id = request.RuleId,
            ActivityFilter = request.ActivityFilter,
            RunFilter = request.RunFilter,
            ExpirationTime = request.ExpirationTime,
            Description = request.Description,
            CreatedBy = request.Identity,
            CreateTime = now,
        };
        ReadRule.Of(rule, request.Namespace, searchAttributes);
        var changed = await registry.UpdateAsync(request.Namespace, info => WorkflowRuleLimits.Add(info, rule, now), cancellationToken);
        return Rule(changed, request.RuleId);
    }

    /// <inheritdoc/>
    public Task<WorkflowRule> DescribeWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken) => Task.FromResult(Rule(registry.Require(@namespace), ruleId));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkflowRule>> ListWorkflowRulesAsync(string @namespace, CancellationToken cancellationToken) => Task.FromResult(registry.Require(@namespace).Rules);

    /// <inheritdoc/>
    public Task DeleteWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken) => registry.UpdateAsync(
        @namespace,
        info =>
        {
            var deleted = Rule(info, ruleId);
            return info with { Rules = [.. info.Rules.Where(r => r != deleted)] };
        },
        cancellationToken);

    private static WorkflowRule Rule(NamespaceInfo info, string ruleId) => info.Rules.FirstOrDefault(r => r.Id == ruleId) ?? throw new HoldfastException(
        ErrorCodes.WorkflowRuleUnknown,
        $"The namespace '{info.Name}' has no rule '{ruleId}'. It has {(info.Rules.Count == 0 ? "none" : string.Join(", ", info.Rules.Select(r => r.Id)))}.");

    private NamespaceInfo Updated(NamespaceInfo info, UpdateNamespaceRequest request)
    {
        var updated = info with
        {
            Description = request.Description ?? info.Description,
            OwnerEmail = request.OwnerEmail ?? info.OwnerEmail,
            Data = request.Data is null ? info.Data : Copy(info.Data.Where(e => !request.Data.ContainsKey(e.Key)).Concat(request.Data)),
            Retention = request.Retention ?? info.Retention,
            Archival = ArchivalOf(info.Archival, request.ArchivesRuns),
            RegisteredSearchAttributesOnly = request.RegisteredSearchAttributesOnly ?? info.RegisteredSearchAttributesOnly,
        };
        NamespaceRules.CheckSettings(updated);
        return updated;
    }

    private ArchivalState ArchivalOf(ArchivalState before, bool? archives) => archives switch
    {
        null => before,
        true => canArchive ? ArchivalState.Enabled : throw ArchiveFaults.Missing(),
        false => before == ArchivalState.Unspecified ? before : ArchivalState.Disabled,
    };

    private static Dictionary<string, string> Copy(IEnumerable<KeyValuePair<string, string>> data) => new(data, StringComparer.Ordinal);

    private NamespaceDescription Describe(NamespaceInfo info) => new(info, registry.RetentionOf(info.Name));
}
