namespace Holdfast;

/// <summary>Shows the stack trace that came with a failure above the local one.</summary>
internal static class RemoteStackTrace
{
    private const string Separator = "--- End of stack trace from where the failure arose ---";

    public static string? Join(string? remote, string? local) => remote switch
    {
        null or { Length: 0 } => local,
        _ when string.IsNullOrEmpty(local) => remote,
        _ => $"{remote}{Environment.NewLine}{Separator}{Environment.NewLine}{local}",
    };
}
