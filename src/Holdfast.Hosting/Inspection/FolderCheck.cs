namespace Holdfast.Hosting.Inspection;

/// <summary>Is it a data folder, and may others read it?</summary>
internal static class FolderCheck
{
    private const string Name = "folder";
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static Finding Run(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, DataFolder.JournalName)))
        {
            return new Finding(Name, FindingLevel.Error, $"'{folder}' has no data of Holdfast. Name the folder that a host uses (HoldfastOptions.DataFolder).");
        }

        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) != UnixFileMode.None
            ? new Finding(Name, FindingLevel.Warning, $"'{folder}' is open to other users of this machine; histories hold what workflows were given. Close it with: chmod o-rwx '{folder}'")
            : new Finding(Name, FindingLevel.Good, folder);
    }
}
