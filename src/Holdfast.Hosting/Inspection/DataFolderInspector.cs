namespace Holdfast.Hosting.Inspection;

/// <summary>Checks a data folder without changing what is in it. The folder must not be in use for the checks of its content; while a host runs they are left out.</summary>
public static class DataFolderInspector
{
    /// <summary>Runs all checks, in order.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="cancellationToken">Ends the checks.</param>
    /// <returns>A finding of each check that could be made.</returns>
    public static async Task<IReadOnlyList<Finding>> InspectAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(dataFolder);
        List<Finding> findings = [FolderCheck.Run(folder)];
        if (findings[0].Level == FindingLevel.Error)
        {
            return findings;
        }

        findings.Add(SpaceCheck.Run(folder));
        findings.Add(FlushCheck.Run(folder, TimeProvider.System));
        var holder = HolderCheck.Run(folder);
        findings.Add(holder.Finding);
        using (holder.Held)
        {
            if (holder.Held is not null)
            {
                findings.Add(JournalCheck.Run(folder));
                findings.Add(await StoreCheck.RunAsync(folder, cancellationToken));
                if (findings.TrueForAll(static f => f.Level != FindingLevel.Error))
                {
                    findings.Add(await BlobCheck.RunAsync(folder, cancellationToken));
                }
            }
        }

        return findings;
    }
}
