using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The code of docs/guides/search-and-listing.md.</summary>
public static class SearchGuide
{
    public static readonly SearchAttributeKey<string> Region = SearchAttributeKey.Keyword("Region");
    public static readonly SearchAttributeKey<long> Amount = SearchAttributeKey.Int("Amount");
    public static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.Keyword("Stage");

    public static async Task RegisterAsync(IHoldfastClient client)
    {
        await client.Namespaces.AddSearchAttributesAsync(new Dictionary<string, SearchAttributeType>
        {
            ["Region"] = SearchAttributeType.Keyword,
            ["Stage"] = SearchAttributeType.Keyword,
        });
        await client.Namespaces.UpdateAsync(new UpdateNamespaceRequest { Name = client.Namespace, RegisteredSearchAttributesOnly = true });
    }

    public static async Task<IReadOnlyList<string>> LargeAndOpenAsync(IHoldfastClient client)
    {
        List<string> found = [];
        await foreach (var run in client.ListWorkflowsAsync("ExecutionStatus = 'Running' AND Region IN ('eu', 'us') AND Amount >= 100"))
        {
            found.Add(run.Execution.WorkflowId);
        }

        return found;
    }

    public static async Task<string> ByStageAsync(IHoldfastClient client)
    {
        var counted = await client.CountWorkflowsAsync("WorkflowType = 'ParcelWorkflow' GROUP BY Stage");
        return string.Join(", ", counted.Groups.Select(g => $"{g.Count} {TextOf(g.Value)}"));
    }

    private static string TextOf(Payload value) => SearchAttributePayload.TryDecode(value, SearchAttributeType.Keyword, out var decoded) ? decoded.String : "none";
}
