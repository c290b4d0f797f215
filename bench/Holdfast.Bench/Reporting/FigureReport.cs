using System.Globalization;
using System.Text.Json;

namespace Holdfast.Bench;

/// <summary>Prints figures, and writes them in the shape that every suite shares.</summary>
internal static class FigureReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void PrintMachine() =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}"));

    public static void PrintFigures(IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var bar = figure.Bar is null ? string.Empty : $"   bar {figure.Bar}: {(figure.Pass ? "met" : "MISSED")}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Name,-64}{figure.Value,14:N2} {figure.Unit}{bar}"));
        }
    }

    public static void Write(IReadOnlyList<Figure> figures, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        File.WriteAllText(file, JsonSerializer.Serialize(new { figures }, Json));
    }
}
