namespace Holdfast.Simulation;

/// <summary>Makes the copy of the sources that has all mutants in it, each behind its switch. The engine itself knows nothing of them.</summary>
internal static class MutantSources
{
    private const string SwitchFile = "src/Holdfast.Protocol/MutantSwitch.cs";
    private const string SwitchSource = """
        namespace Holdfast.Protocol;

        /// <summary>Which defect is switched on in this process.</summary>
        public static class MutantSwitch
        {
            private static readonly string? On = Environment.GetEnvironmentVariable("HOLDFAST_MUTANT");

            /// <summary>True when the defect is switched on.</summary>
            public static bool IsOn(string name) => string.Equals(On, name, StringComparison.Ordinal);
        }
        """;

    private static readonly string[] Folders = ["src", "build", "tests/Holdfast.Simulation", "tests/Holdfast.Reliability"];
    private static readonly string[] Extensions = [".cs", ".csproj", ".props", ".targets", ".txt", ".globalconfig"];

    /// <summary>Writes the copy; files that are as they should be are left alone, so that a build after a small change is a small one. Files that are no more are removed.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="target">Where the copy goes.</param>
    public static void Write(string root, string target)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(root).Concat(Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*", SearchOption.AllDirectories))))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (Extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal) || name is "global.json" or ".editorconfig")
            {
                files[name] = File.ReadAllText(path);
            }
        }

        foreach (var place in MutantList.All.Concat(MutantList.OfModel).SelectMany(m => m.Places))
        {
            files[place.File] = place.ApplyTo(files[place.File]);
        }

        files[SwitchFile] = SwitchSource;
        RemoveOthers(target, files);
        foreach (var (name, text) in files)
        {
            WriteFile(Path.Combine(target, name), text);
        }
    }

    /// <summary>A source that has another name by now would be compiled twice.</summary>
    private static void RemoveOthers(string target, Dictionary<string, string> files)
    {
        foreach (var path in Folders.Select(f => Path.Combine(target, f)).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            if (!files.ContainsKey(Path.GetRelativePath(target, path).Replace('\\', '/')))
            {
                File.Delete(path);
            }
        }
    }

    private static void WriteFile(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
