namespace Holdfast.Interception;

/// <summary>Somebody outside confirms that an activity was canceled.</summary>
/// <param name="Address">The attempt.</param>
/// <param name="Details">Details; null for none.</param>
public sealed record ReportActivityCanceledInput(ActivityAddress Address, IReadOnlyList<object?>? Details);
