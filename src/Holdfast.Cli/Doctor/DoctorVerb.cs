using System.CommandLine;
using System.Text.Json;
using Holdfast.Cli.Runs;
using Holdfast.Hosting.Inspection;

namespace Holdfast.Cli.Doctor;

/// <summary><c>holdfast doctor</c>: checks a data folder.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        Command command = new("doctor", "Checks a data folder: its disk, its journal, its settled store, its blobs. Changes nothing; exit code 1 when something is broken.") { RunOptions.Data, RunOptions.Json };
        command.SetAction(ExecuteAsync);
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var findings = await DataFolderInspector.InspectAsync(parsed.GetRequiredValue(RunOptions.Data), cancellationToken);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(RunOptions.Json))
        {
            await output.WriteLineAsync(ToJson(findings));
        }
        else
        {
            TextTable.Write(output, ["", "CHECK", "FINDING"], [.. findings.Select(f => new[] { WordOf(f.Level), f.Check, f.Text })]);
        }

        return findings.Any(f => f.Level == FindingLevel.Error) ? ExitCode.Failure : ExitCode.Success;
    }

    private static string WordOf(FindingLevel level) => level switch
    {
        FindingLevel.Good => "ok",
        FindingLevel.Warning => "warning",
        _ => "ERROR",
    };

    private static string ToJson(IReadOnlyList<Finding> findings)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartArray();
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("check", finding.Check);
                writer.WriteString("level", WordOf(finding.Level).ToLowerInvariant());
                writer.WriteString("finding", finding.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
