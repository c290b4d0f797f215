namespace Trimmed;

/// <summary>How a parcel got on.</summary>
public sealed record Delivery(string ParcelId, IReadOnlyList<string> Scans, DateTimeOffset SignedAt);
