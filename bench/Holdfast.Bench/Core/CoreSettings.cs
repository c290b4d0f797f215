namespace Holdfast.Bench;

/// <summary>How the core suite runs.</summary>
/// <param name="Folder">Where data folders are made; the disk under it is the one that is measured.</param>
/// <param name="Quick">True for the short variant: fewer rounds, the same bars.</param>
internal sealed record CoreSettings(string Folder, bool Quick)
{
    /// <summary>Picks a count by the variant.</summary>
    public int Count(int full, int quick) => Quick ? quick : full;

    /// <summary>An empty data folder of that name.</summary>
    public string EmptyFolder(string name)
    {
        var folder = Path.Combine(Folder, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return folder;
    }
}
