namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>A step from one version of the schema to the next.</summary>
/// <param name="version">The version that it leads to.</param>
/// <param name="changes">What the version adds.</param>
/// <param name="fill">Fills what was added from what the file holds; null when nothing is to be filled.</param>
internal sealed class StoreMigration(int version, string[] changes, Action<Connection>? fill = null)
{
    /// <summary>What a file of the version before takes to be of this version, but for its contents.</summary>
    public IReadOnlyList<string> Statements { get; } = [.. changes, $"PRAGMA user_version = {version}"];

    /// <summary>Brings a file of the version before to this one; its caller holds a transaction.</summary>
    /// <returns>False when the file is of another version.</returns>
    public bool Run(Connection connection)
    {
        // Another process may have brought it there since its version was read.
        if (connection.ExecuteInt64("PRAGMA user_version") != version - 1)
        {
            return false;
        }

        foreach (var statement in Statements)
        {
            connection.Execute(statement);
        }

        fill?.Invoke(connection);
        return true;
    }
}
