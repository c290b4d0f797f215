namespace Holdfast.Interception;

/// <summary>Somebody outside completes an activity.</summary>
/// <param name="Address">The attempt.</param>
/// <param name="Result">The result.</param>
public sealed record CompleteActivityInput(ActivityAddress Address, object? Result);
