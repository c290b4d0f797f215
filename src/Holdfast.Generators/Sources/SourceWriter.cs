using System.Text;

namespace Holdfast.Generators.Sources;

/// <summary>Writes indented C#. Lines end with \n on every machine, so that output is the same everywhere.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder text = new();
    private int level;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _ = text.Append(' ', level * SpacesPerLevel).Append(line);
        }

        _ = text.Append('\n');
    }

    public void Open(string? header = null)
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        level++;
    }

    public void Close(string suffix = "")
    {
        level--;
        Line("}" + suffix);
    }

    public void Indent() => level++;

    public void Outdent() => level--;

    public override string ToString() => text.ToString();
}
