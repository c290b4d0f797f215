namespace Holdfast.Generators.Definitions;

/// <summary>A signal, query or update handler to register.</summary>
/// <param name="Name">The signal's, query's or update's name.</param>
/// <param name="Method">The handler.</param>
/// <param name="Validator">Name of the update's validator, escaped; null when there is none.</param>
/// <param name="Description">What it is for; null when that is not said.</param>
/// <param name="IsAbandonedSilently">True when nobody is warned that the run closed while it was under way.</param>
internal sealed record HandlerModel(string Name, MethodModel Method, string? Validator, string? Description, bool IsAbandonedSilently);
