namespace Holdfast;

/// <content>Namespaces.</content>
public partial interface IHoldfastClient
{
    /// <summary>Registers namespaces and changes what is kept for each.</summary>
    NamespaceOperations Namespaces { get; }
}
