namespace Holdfast.Interception;

/// <summary>An activity attempt says that it is alive.</summary>
/// <param name="Details">The details, unconverted.</param>
public sealed record HeartbeatInput(IReadOnlyList<object?> Details);
