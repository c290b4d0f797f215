namespace Holdfast.Reliability;

/// <summary>An engine answered otherwise than the model.</summary>
/// <param name="summary">Where the difference is, in a line.</param>
/// <param name="message">All of it, and how to see it again.</param>
internal sealed class OracleFailure(string summary, string message) : Exception(message)
{
    public string Summary => summary;
}
