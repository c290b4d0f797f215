namespace Holdfast.Cli.Demo.Proof;

/// <summary>Calls of the conversation, and the attempts at them.</summary>
/// <param name="Calls">Calls.</param>
/// <param name="Attempts">Attempts.</param>
internal sealed record CallCount(int Calls, int Attempts);
