namespace Holdfast.Interception;

/// <summary>Runs are counted.</summary>
/// <param name="FilterText">Which runs; empty for all.</param>
public sealed record CountWorkflowsInput(string FilterText);
