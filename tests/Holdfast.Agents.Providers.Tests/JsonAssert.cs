using System.Text.Json;
using System.Text.Json.Nodes;

namespace Holdfast.Agents.Providers.Tests;

public static class JsonAssert
{
    /// <summary>Equal as JSON: neither white space nor the order of properties counts.</summary>
    public static void Equal(string expected, JsonElement actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual.GetRawText())),
            $"Expected {JsonNode.Parse(expected)!.ToJsonString()}\nbut was  {JsonNode.Parse(actual.GetRawText())!.ToJsonString()}");
}
