using Holdfast.Cli.Tests.Runs;

namespace Holdfast.Cli.Tests.Namespaces;

public sealed class NamespaceVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Namespaces_are_created_changed_and_deleted_live_and_at_rest()
    {
        using (var host = await TallyHost.StartAsync(Data))
        {
            Assert.Contains("default", await Typed.DoneAsync("namespace", "list", "--data", Data), StringComparison.Ordinal);
            await AssertAsync("live");
            Assert.Contains("HF1070", (await Typed.RunAsync("run", "list", "--namespace", "nowhere", "--data", Data)).Error, StringComparison.Ordinal);
            await host.StopAsync();
        }

        await AssertAsync("rest");

        async Task AssertAsync(string name)
        {
            await Typed.DoneAsync("namespace", "create", name, "--owner", "ada@example.org", "--retention", "48h", "--set", "team=till", "--data", Data);
            var described = await Typed.DoneAsync("namespace", "update", name, "--description", "sales", "--retention", "10d", "--set", "floor=2=3", "--data", Data);
            Assert.Equal(described, await Typed.DoneAsync("namespace", "describe", name, "--data", Data));
            Assert.Contains("10.00:00:00", described, StringComparison.Ordinal);
            Assert.Contains("ada@example.org", described, StringComparison.Ordinal);
            Assert.Contains("data.team         till", described, StringComparison.Ordinal);
            Assert.Contains("data.floor        2=3", described, StringComparison.Ordinal);
            await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "0", "--id", "a", "--namespace", name, "--data", Data);
            await Typed.DoneAsync("namespace", "deprecate", name, "--data", Data);
            Assert.Contains("Deprecated", await Typed.DoneAsync("namespace", "list", "--data", Data), StringComparison.Ordinal);
            await Typed.DoneAsync("namespace", "delete", name, "--data", Data);
            Assert.DoesNotContain(name, await Typed.DoneAsync("namespace", "list", "--data", Data), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rules_are_created_listed_and_deleted_live_and_at_rest()
    {
        using (var host = await TallyHost.StartAsync(Data))
        {
            await Typed.DoneAsync("rule", "create", "bank", "--activities", "ActivityType = 'Charge'", "--until", "2090-01-01T00:00:00Z", "--description", "down", "--data", Data);
            await host.StopAsync();
        }

        Assert.Matches("bank +ActivityType = 'Charge' +2090-01-01 00:00:00Z +down", await Typed.DoneAsync("rule", "list", "--data", Data));
        Assert.Contains("ActivityType = 'Charge'", await Typed.DoneAsync("rule", "show", "bank", "--data", Data), StringComparison.Ordinal);
        await Typed.DoneAsync("rule", "delete", "bank", "--data", Data);
        Assert.Equal("No rules.", await Typed.DoneAsync("rule", "list", "--data", Data));
        Assert.Contains("HF1076", (await Typed.RunAsync("rule", "delete", "bank", "--data", Data)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_attributes_are_added_listed_and_removed_live_and_at_rest()
    {
        using (var host = await TallyHost.StartAsync(Data))
        {
            await Typed.DoneAsync("search-attribute", "add", "Region", "keyword", "--data", Data);
            await Typed.DoneAsync("namespace", "update", "default", "--strict-attributes", "--data", Data);
            await host.StopAsync();
        }

        Assert.Matches(@"Region +Keyword +registered", await Typed.DoneAsync("search-attribute", "list", "--data", Data));
        Assert.Contains("strictAttributes  true", await Typed.DoneAsync("namespace", "describe", "default", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("HF1040", (await Typed.RunAsync("search-attribute", "add", "Stage", "words", "--data", Data)).Error, StringComparison.Ordinal);
        await Typed.DoneAsync("search-attribute", "remove", "Region", "--data", Data);
        Assert.DoesNotContain("Region", await Typed.DoneAsync("search-attribute", "list", "--data", Data), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--retention", "72")]
    [InlineData("--retention", "h")]
    [InlineData("--set", "team")]
    public async Task What_cannot_be_read_is_refused(string option, string value) =>
        Assert.Equal(ExitCode.Usage, (await Typed.RunAsync("namespace", "create", "shop", option, value, "--data", Data)).ExitCode);
}
