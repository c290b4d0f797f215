namespace Holdfast;

/// <content>Namespaces.</content>
public sealed partial class HoldfastClient
{
    /// <inheritdoc/>
    public NamespaceOperations Namespaces => new(_calls);
}
