using Holdfast.Protocol;
using Holdfast.Storage.Sqlite;

namespace Holdfast.Hosting.Inspection;

/// <summary>Is the settled store sound?</summary>
internal static class StoreCheck
{
    private const string Name = "settled store";

    public static async Task<Finding> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, DataFolder.StoreName);
        if (!File.Exists(path))
        {
            return new Finding(Name, FindingLevel.Error, $"'{path}' is missing: runs that had left the journal are gone. Restore it from a backup.");
        }

        try
        {
            await using var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = path }, cancellationToken);
            var problems = await store.VerifyAsync(cancellationToken);
            return problems.Count == 0
                ? new Finding(Name, FindingLevel.Good, "sound")
                : new Finding(Name, FindingLevel.Error, $"{problems.Count} problems: {string.Join("; ", problems.Take(5))}. Restore it from a backup.");
        }
        catch (HoldfastException exception)
        {
            return new Finding(Name, FindingLevel.Error, exception.Message);
        }
    }
}
