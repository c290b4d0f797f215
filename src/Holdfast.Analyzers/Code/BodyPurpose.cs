namespace Holdfast.Analyzers.Code;

/// <summary>What workflow code may do where it stands.</summary>
internal enum BodyPurpose
{
    /// <summary>Everything that is durable.</summary>
    Act,

    /// <summary>Answer a query.</summary>
    Query,

    /// <summary>Accept or refuse an update.</summary>
    Validate,
}
