using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Holdfast.Temporal.Tests.Isomorphism;

/// <summary>Temporal's TypeScript SDK in a process of its own; installed from the lock file when it is not there.</summary>
internal static class NodeReplayer
{
    private static string Source { get; } = Path.GetDirectoryName(ThisFile())!;

    /// <summary>Replays the histories of the folder; gives for each what went wrong, or null.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> ReplayAsync(string folder)
    {
        var installed = await InstallAsync();
        var output = await RunAsync(installed, "node", "replay.mjs", folder, Path.Combine(installed, "twins", "index.ts"));
        return JsonSerializer.Deserialize<Dictionary<string, string?>>(output.Trim().Split('\n')[^1])!;
    }

    private static async Task<string> InstallAsync()
    {
        var target = Path.Combine(Source, "..", "..", "..", "artifacts", "node", "isomorphism");
        Directory.CreateDirectory(Path.Combine(target, "twins"));
        var isCurrent = File.Exists(Path.Combine(target, "node_modules", ".package-lock.json"))
            && File.Exists(Path.Combine(target, "package-lock.json"))
            && await SameAsync(Path.Combine(Source, "node", "package-lock.json"), Path.Combine(target, "package-lock.json"));
        Copy(Path.Combine(Source, "node"), target);
        Copy(Path.Combine(Source, "twins"), Path.Combine(target, "twins"));
        if (!isCurrent)
        {
            // Not "npm ci": it wants the optional packages of every platform, and a registry need not have them. The versions are those of the lock file.
            await RunAsync(target, "npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund");
        }

        return Path.GetFullPath(target);
    }

    private static async Task<bool> SameAsync(string one, string other) => string.Equals(await File.ReadAllTextAsync(one), await File.ReadAllTextAsync(other), StringComparison.Ordinal);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        process.Start();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{await error}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
