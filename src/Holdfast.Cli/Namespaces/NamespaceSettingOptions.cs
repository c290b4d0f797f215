using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Holdfast.Control;

namespace Holdfast.Cli.Namespaces;

/// <summary>Options that set what is kept for a namespace.</summary>
internal sealed class NamespaceSettingOptions
{
    private readonly Option<string?> _description = new("--description") { Description = "What it is for." };
    private readonly Option<string?> _owner = new("--owner") { Description = "Whom to ask about it: an email address." };
    private readonly Option<TimeSpan?> _retention = new("--retention") { Description = "How long closed runs are kept: 72h, 30d. At least 1h. Default of a new namespace: 72h.", CustomParser = DurationOf };
    private readonly Option<string[]> _data = new("--set") { Description = "An entry to keep with it: key=value. May be repeated." };

    private readonly Option<bool?> _archive = new("--archive") { Description = "True: closed runs are archived when their retention is over. False: they are deleted, the default.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool?> _strict = new("--strict-attributes") { Description = "True: runs may use registered search attributes alone. False: others are registered by their use, the default.", Arity = ArgumentArity.ZeroOrOne };

    public void AddTo(Command command)
    {
        command.Add(_description);
        command.Add(_owner);
        command.Add(_retention);
        command.Add(_data);
        command.Add(_archive);
        command.Add(_strict);
        _data.Validators.Add(static result =>
        {
            foreach (var wrong in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"'{wrong.Value}' is no entry; write key=value.");
            }
        });
    }

    public NamespaceSettings Read(ParseResult parsed) => new()
    {
        Description = parsed.GetValue(_description),
        OwnerEmail = parsed.GetValue(_owner),
        Retention = parsed.GetValue(_retention),
        ArchivesRuns = parsed.GetValue(_archive),
        RegisteredSearchAttributesOnly = parsed.GetValue(_strict),
        Data = parsed.GetValue(_data) is { Length: > 0 } entries ? entries.Select(e => e.Split('=', 2)).GroupBy(e => e[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last()[1], StringComparer.Ordinal) : null,
    };

    private static TimeSpan? DurationOf(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= 1_000_000)
        {
            switch (text[^1])
            {
                case 'h':
                    return TimeSpan.FromHours(amount);
                case 'd':
                    return TimeSpan.FromDays(amount);
                default:
                    break;
            }
        }

        result.AddError($"'{text}' is no time to keep runs; write hours or days, such as 72h or 30d.");
        return null;
    }
}
