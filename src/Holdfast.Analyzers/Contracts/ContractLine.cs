namespace Holdfast.Analyzers.Contracts;

/// <summary>One line of the contracts: what it is about, and what is promised.</summary>
/// <param name="Key">Kind and name, such as "activity Charge".</param>
/// <param name="Promise">The rest: "(string) -> string", or "{ Id: string }"; empty for a patch.</param>
internal sealed record ContractLine(string Key, string Promise)
{
    private static readonly string[] Kinds = ["activity ", "enum ", "patch ", "type ", "workflow "];

    /// <summary>The line as it is written.</summary>
    public string Text => Promise.Length == 0 ? Key : Promise[0] == '(' ? Key + Promise : $"{Key} {Promise}";

    /// <summary>Null when it is not a line that Holdfast writes.</summary>
    public static ContractLine? Parse(string text)
    {
        if (!Kinds.Any(k => text.Length > k.Length && text.StartsWith(k, StringComparison.Ordinal)))
        {
            return null;
        }

        if (text.StartsWith("patch ", StringComparison.Ordinal))
        {
            return new(text, string.Empty);
        }

        var start = text.StartsWith("type ", StringComparison.Ordinal) || text.StartsWith("enum ", StringComparison.Ordinal) ? ContractSyntax.Find(text, '{') : ContractSyntax.Find(text, '(');
        return start < 0 ? null : new(text.Substring(0, start).TrimEnd(), text.Substring(start));
    }
}
