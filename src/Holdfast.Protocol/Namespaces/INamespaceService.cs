namespace Holdfast.Protocol;

/// <summary>Registers namespaces and changes what is kept for each; the operations are Temporal's.</summary>
/// <remarks>
/// Durability: a change is durable when the call returns, and whole or not at all after a crash. Errors of every operation that names a namespace:
/// <see cref="ErrorCodes.NamespaceUnknown"/>, <see cref="ErrorCodes.NamespaceDeleted"/> while it is being deleted; of those that change something:
/// <see cref="ErrorCodes.InvalidArgument"/>, <see cref="ErrorCodes.LimitExceeded"/>, and those of the settled store (HF212x). Threading: safe from any thread.
/// </remarks>
public interface INamespaceService
{
    /// <summary>Registers a namespace.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NamespaceAlreadyExists"/>.</remarks>
    Task<NamespaceDescription> RegisterNamespaceAsync(RegisterNamespaceRequest request, CancellationToken cancellationToken);

    /// <summary>Describes a namespace, also one that is being deleted.</summary>
    Task<NamespaceDescription> DescribeNamespaceAsync(string name, CancellationToken cancellationToken);

    /// <summary>Every namespace, by name; at most <see cref="NamespaceRules.MaximumNamespaces"/>.</summary>
    Task<IReadOnlyList<NamespaceDescription>> ListNamespacesAsync(CancellationToken cancellationToken);

    /// <summary>Changes a namespace.</summary>
    Task<NamespaceDescription> UpdateNamespaceAsync(UpdateNamespaceRequest request, CancellationToken cancellationToken);

    /// <summary>Lets no workflow start in a namespace any more; those that run go on. May be repeated.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.InvalidArgument"/> for "default".</remarks>
    Task DeprecateNamespaceAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a namespace with all its runs; open ones are terminated. From the moment that this is durable nothing but the deletion happens in it; the call
    /// returns when the last run and the namespace itself are gone. A deletion that a crash cuts short goes on at the next start.
    /// </summary>
    /// <remarks>Errors: <see cref="ErrorCodes.InvalidArgument"/> for "default".</remarks>
    Task DeleteNamespaceAsync(string name, CancellationToken cancellationToken);

    /// <summary>The search attributes of a namespace.</summary>
    Task<NamespaceSearchAttributes> ListSearchAttributesAsync(string @namespace, CancellationToken cancellationToken);

    /// <summary>Registers search attributes: all of them or none. One that is registered with that type already stays.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.SearchAttributeInvalid"/>, <see cref="ErrorCodes.SearchAttributeLimitExceeded"/>, <see cref="ErrorCodes.SearchAttributeTypeConflict"/>.</remarks>
    Task AddSearchAttributesAsync(string @namespace, IReadOnlyDictionary<string, SearchAttributeType> attributes, CancellationToken cancellationToken);

    /// <summary>Removes search attributes: all of them or none. Runs keep what they have; nothing can be listed by it, and none can set it, until it is added again.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.SearchAttributeUnknown"/>.</remarks>
    Task RemoveSearchAttributesAsync(string @namespace, IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Creates a rule that pauses activities that are about to start. One that is there already as it is asked for stays.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.WorkflowRuleAlreadyExists"/>, those of list filters (HF1043, HF1050 to HF1053).</remarks>
    Task<WorkflowRule> CreateWorkflowRuleAsync(CreateWorkflowRuleRequest request, CancellationToken cancellationToken);

    /// <summary>Describes a rule.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.WorkflowRuleUnknown"/>.</remarks>
    Task<WorkflowRule> DescribeWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken);

    /// <summary>The rules of a namespace, in the order of their creation; also those that have expired.</summary>
    Task<IReadOnlyList<WorkflowRule>> ListWorkflowRulesAsync(string @namespace, CancellationToken cancellationToken);

    /// <summary>Deletes a rule. What it paused stays paused.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.WorkflowRuleUnknown"/>.</remarks>
    Task DeleteWorkflowRuleAsync(string @namespace, string ruleId, CancellationToken cancellationToken);
}
