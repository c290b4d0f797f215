namespace Holdfast.Protocol;

/// <summary>A namespace as it is now.</summary>
/// <param name="Info">What was registered and set.</param>
/// <param name="Retention">How long its closed runs are kept: its own retention, or that of the host.</param>
public sealed record NamespaceDescription(NamespaceInfo Info, TimeSpan Retention);
