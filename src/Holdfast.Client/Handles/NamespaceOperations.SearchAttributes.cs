using Holdfast.Protocol;

namespace Holdfast;

/// <content>Search attributes.</content>
public sealed partial class NamespaceOperations
{
    /// <summary>The search attributes of a namespace: those of the system, those that are registered, and those that runs have used.</summary>
    /// <param name="ns">The namespace; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<NamespaceSearchAttributes> ListSearchAttributesAsync(string? ns = null, CancellationToken cancellationToken = default) =>
        _calls.AskNamespacesAsync((service, token) => service.ListSearchAttributesAsync(ns ?? _calls.Namespace, token), cancellationToken);

    /// <summary>Registers search attributes: all of them or none. One that is registered with that type already stays.</summary>
    /// <param name="attributes">Names and types.</param>
    /// <param name="ns">The namespace; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait; they may have been registered.</param>
    /// <exception cref="HoldfastException">HF1040 for a name or type that is not allowed; HF1041 when a namespace would have too many of a type; HF1042 when one has another type.</exception>
    public Task AddSearchAttributesAsync(IReadOnlyDictionary<string, SearchAttributeType> attributes, string? ns = null, CancellationToken cancellationToken = default) =>
        _calls.TellNamespacesAsync((service, token) => service.AddSearchAttributesAsync(ns ?? _calls.Namespace, attributes, token), cancellationToken);

    /// <summary>Removes search attributes: all of them or none. Runs keep what they have; nothing can be listed by it, and none can set it, until it is added again.</summary>
    /// <param name="names">The names.</param>
    /// <param name="ns">The namespace; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait; they may have been removed.</param>
    /// <exception cref="HoldfastException">HF1043 when the namespace does not have one of them.</exception>
    public Task RemoveSearchAttributesAsync(IReadOnlyList<string> names, string? ns = null, CancellationToken cancellationToken = default) =>
        _calls.TellNamespacesAsync((service, token) => service.RemoveSearchAttributesAsync(ns ?? _calls.Namespace, names, token), cancellationToken);
}
