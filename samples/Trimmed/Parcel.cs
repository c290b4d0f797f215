namespace Trimmed;

/// <summary>What is sent.</summary>
public sealed record Parcel(string Id, decimal Weight, IReadOnlyList<string> Stops);
