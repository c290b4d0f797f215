using System.Text.Json;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Tools;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>A survey of the proof with all its files: a copy of the folder, the data folder, the ledger.</summary>
internal sealed class ProofRun
{
    private ProofRun(ChildSettings settings, string settingsPath)
    {
        Settings = settings;
        SettingsPath = settingsPath;
    }

    /// <summary>What its children are told.</summary>
    public ChildSettings Settings { get; }

    /// <summary>Where that stands.</summary>
    public string SettingsPath { get; }

    /// <summary>Prepares a run with a copy of the folder of its own, so that every run sees the same files whatever happens to the originals.</summary>
    public static ProofRun Prepare(string workFolder, string name, SurveyedFolder original)
    {
        var home = Path.Combine(workFolder, name);
        var copy = Path.Combine(home, original.Name);
        Copy(original, copy);
        ChildSettings settings = new()
        {
            Folder = copy,
            DataFolder = Path.Combine(home, "data"),
            LedgerPath = Path.Combine(home, "calls.jsonl"),
            WaitLogPath = Path.Combine(home, "waits.jsonl"),
        };
        var settingsPath = Path.Combine(home, "child.json");
        File.WriteAllText(settingsPath, JsonSerializer.Serialize(settings, ProofJson.Default.ChildSettings));
        return new ProofRun(settings, settingsPath);
    }

    /// <summary>The ledger.</summary>
    public IReadOnlyList<LedgerEntry> ReadLedger() => LedgerReader.ReadAll(Settings.LedgerPath);

    /// <summary>The report; empty when there is none.</summary>
    public byte[] ReadReport()
    {
        var path = Path.Combine(Settings.Folder, Settings.ReportPath);
        return File.Exists(path) ? File.ReadAllBytes(path) : [];
    }

    private static void CopyFile(FileInfo file, string target)
    {
        // Pipes and devices have no length either, and opening one could take forever.
        if (file.Length == 0)
        {
            File.WriteAllBytes(target, []);
            return;
        }

        file.CopyTo(target);
    }

    private static void Copy(SurveyedFolder original, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (var file in SurveyedFolder.FilesBelow(original.Root))
        {
            var target = Path.Combine(copy, original.RelativeOf(file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            CopyFile(file, target);
        }
    }
}
