using System.Text.Json;

namespace Holdfast.Agents.Providers.Tests;

public sealed record RecordedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json { get; } = JsonElement.Parse(Body);
}
