namespace Holdfast.Analyzers.Contracts;

/// <summary>What became of a promise.</summary>
internal enum ContractChange
{
    /// <summary>It is kept word for word.</summary>
    None,

    /// <summary>Those that know the old one understand the new one.</summary>
    Compatible,

    /// <summary>They do not.</summary>
    Broken,
}
