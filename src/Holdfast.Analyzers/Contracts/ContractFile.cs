using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Contracts;

/// <summary>The written contracts of a project.</summary>
internal sealed class ContractFile
{
    public const string FileName = "holdfast.contracts.txt";

    private readonly Dictionary<string, (ContractLine Line, Location Place)> _lines = new(StringComparer.Ordinal);
    private readonly List<(string Trouble, Location Place)> _troubles = [];

    private ContractFile(Location place) => Place = place;

    /// <summary>The beginning of the file.</summary>
    public Location Place { get; }

    /// <summary>Lines by what they are about.</summary>
    public IReadOnlyDictionary<string, (ContractLine Line, Location Place)> Lines => _lines;

    /// <summary>Lines that cannot be used.</summary>
    public IReadOnlyList<(string Trouble, Location Place)> Troubles => _troubles;

    public static bool IsContractFile(string path) => string.Equals(Path.GetFileName(path), FileName, StringComparison.OrdinalIgnoreCase);

    public static ContractFile Read(string path, SourceText text)
    {
        var file = new ContractFile(Location.Create(path, new TextSpan(0, 0), new LinePositionSpan(LinePosition.Zero, LinePosition.Zero)));
        foreach (var line in text.Lines)
        {
            var content = line.ToString().Trim();
            if (content.Length > 0 && content[0] != '#')
            {
                file.Add(content, Location.Create(path, line.Span, text.Lines.GetLinePositionSpan(line.Span)));
            }
        }

        return file;
    }

    private void Add(string content, Location place)
    {
        if (ContractLine.Parse(content) is not { } line)
        {
            _troubles.Add(($"'{content}' is no contract", place));
        }
        else if (_lines.ContainsKey(line.Key))
        {
            _troubles.Add(($"'{line.Key}' stands there twice", place));
        }
        else
        {
            _lines.Add(line.Key, (line, place));
        }
    }
}
