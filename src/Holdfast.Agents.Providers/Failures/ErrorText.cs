namespace Holdfast.Agents.Providers;

/// <summary>Keeps a provider's text short enough to stand in a message.</summary>
internal static class ErrorText
{
    public static string Shorten(string text) =>
        text.Length <= ModelLimits.MaxErrorTextChars ? text : string.Concat(text.AsSpan(0, ModelLimits.MaxErrorTextChars), "…");
}
