using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Registers namespaces and changes what is kept for each. Where no namespace is named, the client's own is meant.</summary>
/// <remarks>
/// Errors of every member: <see cref="HoldfastException"/> with code HF1070 for a namespace that is not registered, HF1073 for one that is being deleted, HF1000 or
/// HF1006 for arguments out of range, and HF212x when the settled store cannot be written. Threading: safe from any thread.
/// </remarks>
public sealed partial class NamespaceOperations
{
    private readonly ClientCalls _calls;

    internal NamespaceOperations(ClientCalls calls) => _calls = calls;

    /// <summary>Registers a namespace. Returns when that is durable.</summary>
    /// <param name="name">Its name: 1 to 200 letters, digits, '-', '_' and '.'.</param>
    /// <param name="cancellationToken">Ends the wait; the namespace may have been registered.</param>
    /// <exception cref="HoldfastException">HF1071 when it is registered already.</exception>
    public Task<NamespaceDescription> RegisterAsync(string name, CancellationToken cancellationToken = default) => RegisterAsync(new RegisterNamespaceRequest { Name = name }, cancellationToken);

    /// <summary>Registers a namespace with settings. Returns when that is durable.</summary>
    /// <param name="request">Name and settings.</param>
    /// <param name="cancellationToken">Ends the wait; the namespace may have been registered.</param>
    /// <exception cref="HoldfastException">HF1071 when it is registered already.</exception>
    public Task<NamespaceDescription> RegisterAsync(RegisterNamespaceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.AskNamespacesAsync((service, token) => service.RegisterNamespaceAsync(request, token), cancellationToken);
    }

    /// <summary>Describes a namespace.</summary>
    /// <param name="name">Its name; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<NamespaceDescription> DescribeAsync(string? name = null, CancellationToken cancellationToken = default) =>
        _calls.AskNamespacesAsync((service, token) => service.DescribeNamespaceAsync(name ?? _calls.Namespace, token), cancellationToken);

    /// <summary>Every namespace, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<NamespaceDescription>> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.AskNamespacesAsync(static (service, token) => service.ListNamespacesAsync(token), cancellationToken);

    /// <summary>Changes a namespace.</summary>
    /// <param name="request">Its name, and what is to be changed.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made.</param>
    public Task<NamespaceDescription> UpdateAsync(UpdateNamespaceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.AskNamespacesAsync((service, token) => service.UpdateNamespaceAsync(request, token), cancellationToken);
    }

    /// <summary>Lets no workflow start in a namespace any more; those that run go on.</summary>
    /// <param name="name">Its name; not "default".</param>
    /// <param name="cancellationToken">Ends the wait; the namespace may have been deprecated.</param>
    public Task DeprecateAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.TellNamespacesAsync((service, token) => service.DeprecateNamespaceAsync(name, token), cancellationToken);

    /// <summary>Deletes a namespace with all its runs, of which open ones are terminated. Returns when everything is gone.</summary>
    /// <param name="name">Its name; not "default".</param>
    /// <param name="cancellationToken">Ends the wait; the deletion goes on.</param>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.TellNamespacesAsync((service, token) => service.DeleteNamespaceAsync(name, token), cancellationToken);
}
