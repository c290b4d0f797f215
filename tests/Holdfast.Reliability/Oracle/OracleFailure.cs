namespace Holdfast.Reliability;

/// <summary>An engine answered otherwise than the model.</summary>
internal sealed class OracleFailure(string message) : Exception(message);
