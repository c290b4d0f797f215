using System.Text;

namespace Holdfast.Storage;

/// <summary>Cuts a list filter into tokens.</summary>
internal static class FilterTokenizer
{
    private static readonly string[] Signs = ["!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ","];

    public static List<FilterToken> Read(string text)
    {
        List<FilterToken> tokens = [];
        var index = 0;
        while (index < text.Length)
        {
            if (char.IsWhiteSpace(text[index]))
            {
                index++;
                continue;
            }

            tokens.Add(ReadOne(text, ref index));
        }

        tokens.Add(new FilterToken(FilterTokenKind.End, string.Empty, text.Length + 1));
        return tokens;
    }

    private static FilterToken ReadOne(string text, ref int index)
    {
        var first = text[index];
        if (first is '\'' or '"' or '`')
        {
            return ReadQuoted(text, ref index);
        }

        if (char.IsAsciiDigit(first) || (first is '-' or '+' or '.' && index + 1 < text.Length && (char.IsAsciiDigit(text[index + 1]) || text[index + 1] == '.')))
        {
            return Take(text, ref index, FilterTokenKind.Number, static (c, before) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' || (c is '+' or '-' && before is 'e' or 'E'));
        }

        if (char.IsLetter(first) || first == '_')
        {
            return Take(text, ref index, FilterTokenKind.Word, static (c, _) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-');
        }

        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, index, sign, 0, sign.Length) == 0)
            {
                index += sign.Length;
                return new FilterToken(FilterTokenKind.Sign, sign, index - sign.Length + 1);
            }
        }

        throw FilterErrors.Syntax(index + 1, $"'{first}' means nothing here. Put texts in quotes, and names with signs in backticks.");
    }

    private static FilterToken Take(string text, ref int index, FilterTokenKind kind, Func<char, char, bool> belongs)
    {
        var start = index++;
        while (index < text.Length && belongs(text[index], text[index - 1]))
        {
            index++;
        }

        return new FilterToken(kind, text[start..index], start + 1);
    }

    private static FilterToken ReadQuoted(string text, ref int index)
    {
        var start = index;
        var quote = text[index++];
        var content = new StringBuilder();
        while (index < text.Length)
        {
            var current = text[index++];
            if (current == '\\' && quote != '`' && index < text.Length)
            {
                content.Append(Escaped(text[index++]));
            }
            else if (current != quote)
            {
                content.Append(current);
            }
            else if (index < text.Length && text[index] == quote)
            {
                content.Append(quote);
                index++;
            }
            else
            {
                return Quoted(quote, content.ToString(), start + 1);
            }
        }

        throw FilterErrors.Syntax(start + 1, $"the quote {quote} is not closed.");
    }

    private static FilterToken Quoted(char quote, string content, int position)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (char.IsSurrogate(content[i]) && !(i + 1 < content.Length && char.IsSurrogatePair(content[i], content[++i])))
            {
                throw FilterErrors.Syntax(position, "the text is not valid Unicode.");
            }
        }

        return new FilterToken(quote == '`' ? FilterTokenKind.QuotedName : FilterTokenKind.Text, content, position);
    }

    private static char Escaped(char escaped) => escaped switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => escaped,
    };
}
