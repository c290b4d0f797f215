namespace Holdfast.Storage;

/// <summary>Kinds of token.</summary>
internal enum FilterTokenKind
{
    End = 0,
    Word = 1,
    QuotedName = 2,
    Text = 3,
    Number = 4,
    Sign = 5,
}
