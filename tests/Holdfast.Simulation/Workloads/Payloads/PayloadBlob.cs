namespace Holdfast.Simulation;

/// <summary>A blob within another value.</summary>
/// <param name="Text">Number of the text that it holds.</param>
/// <param name="Content">The blob.</param>
public sealed record PayloadBlob(int Text, Blob Content);
