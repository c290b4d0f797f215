namespace Holdfast.Interception;

/// <summary>Activities that clients started are counted.</summary>
/// <param name="FilterText">The filter; empty for every one.</param>
public sealed record CountActivitiesInput(string FilterText);
