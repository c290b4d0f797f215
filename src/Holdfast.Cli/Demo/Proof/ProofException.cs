namespace Holdfast.Cli.Demo.Proof;

/// <summary>The proof could not be carried through.</summary>
internal sealed class ProofException(string message) : Exception(message);
