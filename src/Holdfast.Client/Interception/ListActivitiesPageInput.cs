namespace Holdfast.Interception;

/// <summary>A page of activities that clients started is listed.</summary>
/// <param name="FilterText">The filter; empty for every one.</param>
/// <param name="PageToken">Token of the page before; null for the first page.</param>
public sealed record ListActivitiesPageInput(string FilterText, string? PageToken);
