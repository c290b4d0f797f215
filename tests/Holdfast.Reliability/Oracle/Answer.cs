namespace Holdfast.Reliability;

/// <summary>What an operation gives.</summary>
/// <param name="Text">The answer: a value, or the code of a refusal.</param>
/// <param name="Closes">Whether the workflow's newest run then comes to its end by itself.</param>
internal readonly record struct Answer(string Text, bool Closes = false)
{
    private const string CodePrefix = "HF";

    public bool IsRefusal => Text.StartsWith(CodePrefix, StringComparison.Ordinal);
}
