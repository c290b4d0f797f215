using System.Text;

namespace Holdfast.Analyzers.Contracts;

/// <summary>How lines of contracts are written and taken apart.</summary>
internal static class ContractSyntax
{
    /// <summary>The name itself, or in quotes when it has characters that lines are made of.</summary>
    public static string Name(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':') ? name : Quote(name);

    /// <summary>Index of the first such character outside quotes; -1 when there is none.</summary>
    public static int Find(string text, char wanted)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[i] == wanted && !isQuoted)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The parts between commas, but for commas in brackets and quotes.</summary>
    public static List<string> Split(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var depth = 0;
        var isQuoted = false;
        foreach (var character in text)
        {
            isQuoted ^= character == '"';
            depth += isQuoted ? 0 : DepthOf(character);
            if (character == ',' && depth == 0 && !isQuoted)
            {
                AddTrimmed(parts, part);
            }
            else
            {
                part.Append(character);
            }
        }

        AddTrimmed(parts, part);
        return parts;
    }

    private static int DepthOf(char character) => character switch
    {
        '<' or '(' or '[' or '{' => 1,
        '>' or ')' or ']' or '}' => -1,
        _ => 0,
    };

    private static void AddTrimmed(List<string> parts, StringBuilder part)
    {
        var text = part.ToString().Trim();
        part.Clear();
        if (text.Length > 0)
        {
            parts.Add(text);
        }
    }

    private static string Quote(string name)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in name)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
