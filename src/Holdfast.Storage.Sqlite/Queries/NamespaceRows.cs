using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Registered namespaces; whoever writes holds the transaction.</summary>
internal static class NamespaceRows
{
    private const string All = "SELECT document FROM namespaces ORDER BY name";

    private const string Replace = "INSERT OR REPLACE INTO namespaces (name, document) VALUES (?, ?)";

    private const string Delete = "DELETE FROM namespaces WHERE name = ?";

    private const string ForgetAttributes =
        "DELETE FROM search_attributes WHERE namespace = ? AND NOT EXISTS (SELECT 1 FROM run_attributes WHERE attribute_id = search_attributes.id)";

    public static IReadOnlyList<NamespaceInfo> ReadAll(Connection connection)
    {
        List<NamespaceInfo> namespaces = [];
        var statement = connection.Prepare(All);
        while (statement.Step())
        {
            namespaces.Add(NamespaceCodec.Read(statement.GetBytes(0)));
        }

        return namespaces;
    }

    public static bool Write(Connection connection, NamespaceInfo info)
    {
        connection.Prepare(Replace).Bind(info.Name).BindBytes(NamespaceCodec.Write(info)).Execute();
        return true;
    }

    public static bool Remove(Connection connection, string name)
    {
        connection.Prepare(ForgetAttributes).Bind(name).Execute();
        connection.Prepare(Delete).Bind(name).Execute();
        return connection.ChangedRowCount > 0;
    }
}
