namespace Holdfast.Agents.Providers;

/// <summary>Names as the API accepts them: letters, digits, underscores and hyphens, at most 64.</summary>
internal static class WireName
{
    private const int MaxChars = 64;

    public static string? Create(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        string accepted = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '_'));
        return accepted.Length <= MaxChars ? accepted : accepted[..MaxChars];
    }
}
