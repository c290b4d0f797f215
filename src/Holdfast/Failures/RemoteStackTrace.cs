using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Shows the stack trace that came with a failure above the local one.</summary>
internal static class RemoteStackTrace
{
    private const string Separator = "--- End of stack trace from where the failure arose ---";

    public static string? Join(Failure? failure, string? local) => failure switch
    {
        null or { StackTrace.Length: 0 } => local,
        _ when string.IsNullOrEmpty(local) => failure.StackTrace,
        _ => $"{failure.StackTrace}{Environment.NewLine}{Separator}{Environment.NewLine}{local}",
    };
}
