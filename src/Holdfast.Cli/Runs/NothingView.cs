using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Says that it is done.</summary>
internal static class NothingView
{
    public static void Write(TextWriter output, JsonElement result) => output.WriteLine("Done.");
}
