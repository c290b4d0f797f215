namespace Holdfast.Storage;

/// <summary>The words of a Text: runs of letters and digits, without regard to case.</summary>
public static class TextWords
{
    /// <summary>The words of a text, each once.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        HashSet<string> words = new(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var belongs = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
            if (belongs && start < 0)
            {
                start = i;
            }
            else if (!belongs && start >= 0)
            {
                words.Add(text[start..i].ToUpperInvariant());
                start = -1;
            }
        }

        return [.. words];
    }
}
