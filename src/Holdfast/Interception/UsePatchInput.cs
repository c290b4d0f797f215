namespace Holdfast.Interception;

/// <summary>Workflow code asks for a patch.</summary>
/// <param name="PatchId">The patch.</param>
/// <param name="IsDeprecated">True for a patch that is deprecated.</param>
public sealed record UsePatchInput(string PatchId, bool IsDeprecated);
