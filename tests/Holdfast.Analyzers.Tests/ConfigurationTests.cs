using Holdfast.Analyzers.Configuration;

namespace Holdfast.Analyzers.Tests;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("System.DateTime.UtcNow")]
    [InlineData("System.DateTime")]
    [InlineData("System.Guid.NewGuid, System.DateTime.UtcNow")]
    public async Task An_allowed_member_is_not_reported(string allowed) =>
        Assert.Empty((await RunAsync(RuleOptions.AllowedKey, allowed, Sources.Workflow("var x = DateTime.UtcNow;"))).Diagnostics);

    [Fact]
    public async Task An_allowed_member_of_the_project_is_not_followed() =>
        Assert.Empty((await RunAsync(RuleOptions.AllowedKey, "My.Clock.Read", Sources.Workflow("My.Clock.Read();"), "namespace My { public static class Clock { public static DateTime Read() => DateTime.UtcNow; } }")).Diagnostics);

    [Theory]
    [InlineData("System.Math.Abs", "var x = Math.Abs(1);", "Math.Abs(1)")]
    [InlineData("System.Math; System.Version", "var x = new Version();", "new Version()")]
    public async Task A_forbidden_member_is_reported(string forbidden, string body, string place) =>
        Assert.Equal([$"HOLD0120 {place}"], (await RunAsync(RuleOptions.ForbiddenKey, forbidden, Sources.Workflow(body))).Places);

    [Fact]
    public async Task A_collection_of_the_project_counts_as_unordered() =>
        Assert.Equal(
            ["HOLD0114 map"],
            (await RunAsync(RuleOptions.UnorderedKey, "System.Collections.Generic.Dictionary", Sources.Workflow("var map = new Dictionary<int, int>(); foreach (var x in map) { await Work.DoAsync(x.Key); }"))).Places);

    private static Task<AnalyzerRun> RunAsync(string key, string value, params string[] files) =>
        AnalyzerRun.OfAsync(Sources.Compile(files), new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value });
}
