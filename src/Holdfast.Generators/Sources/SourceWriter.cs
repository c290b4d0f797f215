using System.Text;

namespace Holdfast.Generators.Sources;

/// <summary>Writes indented C#. Lines end with \n on every machine, so that output is the same everywhere.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _ = _text.Append(' ', _level * SpacesPerLevel).Append(line);
        }

        _ = _text.Append('\n');
    }

    public void Open(string? header = null)
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        _level++;
    }

    public void Close(string suffix = "")
    {
        _level--;
        Line("}" + suffix);
    }

    public void Indent() => _level++;

    public void Outdent() => _level--;

    public override string ToString() => _text.ToString();
}
