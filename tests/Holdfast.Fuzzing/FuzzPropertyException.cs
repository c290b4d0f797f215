namespace Holdfast.Fuzzing;

/// <summary>What was read is not what it has to be.</summary>
internal sealed class FuzzPropertyException(string message) : Exception(message);
