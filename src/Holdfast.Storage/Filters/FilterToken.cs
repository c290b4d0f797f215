namespace Holdfast.Storage;

/// <summary>A token of a list filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The word, the content of a text, the sign.</param>
/// <param name="Position">Its first character, from 1.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Value, int Position)
{
    public bool IsSign(string sign) => Kind == FilterTokenKind.Sign && Value == sign;

    public bool IsKeyword(string keyword) => Kind == FilterTokenKind.Word && string.Equals(Value, keyword, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Kind == FilterTokenKind.End ? "the end" : $"'{Value}'";
}
