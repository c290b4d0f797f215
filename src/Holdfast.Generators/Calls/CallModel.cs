namespace Holdfast.Generators.Calls;

/// <summary>A call to intercept.</summary>
/// <param name="Target">What is called.</param>
/// <param name="LocationVersion">Version of the location's encoding.</param>
/// <param name="LocationData">The location, encoded by the compiler.</param>
internal sealed record CallModel(CallTarget Target, int LocationVersion, string LocationData);
