using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests;

public sealed class ContractFileTests
{
    private const string Code = """
        namespace Shop;
        public enum Color { Red, Blue }
        public record Item([property: System.Text.Json.Serialization.JsonPropertyName("title")] string Name, Color Color);
        public record Order(string Id) { public required List<Item> Items { get; init; } public int? Priority { get; init; } }
        public static class Activities
        {
            [Activity] public static Task<string> ChargeAsync(Order order, int attempts = 3, CancellationToken cancellationToken = default) => Task.FromResult("");
            [Activity(Name = "send (mail)")] public static Task SendAsync(string? to) => Task.CompletedTask;
        }
        [Workflow]
        public class OrderWorkflow
        {
            public Task<bool> RunAsync(Order order) => Task.FromResult(Workflow.Patched("fix-1"));
            [Signal] public void Approve() { }
            [Query] public string? Status() => null;
            [Update] public Task<int> SetPriorityAsync(int priority) { Workflow.DeprecatePatch("old one"); return Task.FromResult(priority); }
        }
        """;

    private static readonly string[] Lines =
    [
        "activity \"send (mail)\"(string)",
        "activity Charge(Shop.Order, optional int) -> string",
        "enum Shop.Color { Blue, Red }",
        "patch \"old one\"",
        "patch fix-1",
        "type Shop.Item { Color: Shop.Color, title: string }",
        "type Shop.Order { Id: string, required Items: System.Collections.Generic.List<Shop.Item>, Priority: int? }",
        "workflow OrderWorkflow query Status() -> string",
        "workflow OrderWorkflow signal Approve()",
        "workflow OrderWorkflow update SetPriority(int) -> int",
        "workflow OrderWorkflow(Shop.Order) -> bool",
    ];

    [Fact]
    public void Generated_contracts_are_sorted_and_complete() => Assert.Equal(Lines, GeneratedContracts.Of(Sources.Compile(Code)));

    [Fact]
    public void Generated_contracts_do_not_depend_on_the_order_of_files()
    {
        const string Other = "public static class More { [Activity] public static Task AAsync() => Task.CompletedTask; }";
        Assert.Equal(GeneratedContracts.Of(Sources.Compile(Code, Other)), GeneratedContracts.Of(Sources.Compile(Other, Code)));
    }

    [Fact]
    public void Catch_alls_have_no_contract() =>
        Assert.Equal(
            ["workflow Flow()"],
            GeneratedContracts.Of(Sources.Compile("[Workflow] public class Flow { public Task RunAsync() => Task.CompletedTask; [Signal(Dynamic = true)] public void Any(string name, RawArguments x) { } } [Workflow(Dynamic = true)] public class Other { public Task RunAsync(RawArguments x) => Task.CompletedTask; }")));

    [Fact]
    public void Contracts_are_not_written_anew_when_only_code_changes()
    {
        var first = Sources.Compile(Code);
        var second = first.ReplaceSyntaxTree(first.SyntaxTrees[0], Sources.Compile(Code.Replace("Task.FromResult(priority)", "Task.FromResult(priority + 1)", StringComparison.Ordinal)).SyntaxTrees[0]);
        Assert.All(GeneratedContracts.ReasonsAfterChange(first, second), r => Assert.True(r is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public async Task A_file_that_says_what_the_code_does_is_fine() => Assert.Empty(await MessagesAsync(Code, Lines));

    [Fact]
    public async Task A_project_without_the_file_is_left_alone() => Assert.Empty((await AnalyzerRun.OfAsync(Code)).Diagnostics);

    [Fact]
    public async Task Each_missing_line_is_reported_where_the_code_is()
    {
        var run = await RunAsync(Code, ["# nothing yet"]);
        Assert.All(run.Ids, id => Assert.Equal("HOLD0201", id));
        Assert.Equal(Lines, run.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture)["holdfast.contracts.txt lacks: ".Length..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("activity Charge(Shop.Order, optional int) -> string", "activity Charge(Shop.Order, optional long) -> string", "HOLD0202")]
    [InlineData("activity Charge(Shop.Order, optional int) -> string", "activity Charge(Shop.Order, optional int) -> int", "HOLD0202")]
    [InlineData("activity Charge(Shop.Order, optional int) -> string", "activity Charge(Shop.Order, optional int)", "HOLD0202")]
    [InlineData("activity Charge(Shop.Order, optional int) -> string", "activity Charge(Shop.Order, optional int, string) -> string", "HOLD0202")]
    [InlineData("activity Charge(Shop.Order, optional int) -> string", "activity Charge() -> string", "HOLD0202")]
    [InlineData("activity Charge(Shop.Order, optional int) -> string", "activity Charge(Shop.Order) -> string", "HOLD0204")]
    [InlineData("activity Charge(Shop.Order, optional int) -> string", "activity Charge(Shop.Order, int) -> string", "HOLD0204")]
    [InlineData("enum Shop.Color { Blue, Red }", "enum Shop.Color { Blue, Green, Red }", "HOLD0202")]
    [InlineData("enum Shop.Color { Blue, Red }", "enum Shop.Color { Red }", "HOLD0204")]
    [InlineData("type Shop.Item { Color: Shop.Color, title: string }", "type Shop.Item { Color: string, title: string }", "HOLD0202")]
    [InlineData("type Shop.Item { Color: Shop.Color, title: string }", "type Shop.Item { Color: Shop.Color, Name: string, title: string }", "HOLD0202")]
    [InlineData("type Shop.Item { Color: Shop.Color, title: string }", "type Shop.Item { title: string }", "HOLD0204")]
    [InlineData("type Shop.Order { Id: string, required Items: System.Collections.Generic.List<Shop.Item>, Priority: int? }", "type Shop.Order { Id: string, Priority: int? }", "HOLD0202")]
    [InlineData("workflow OrderWorkflow signal Approve()", "workflow OrderWorkflow signal Approve(string)", "HOLD0202")]
    public async Task A_line_that_says_something_else_is_reported_as_what_it_means(string line, string written, string id) =>
        Assert.Equal([id], (await RunAsync(Code, [.. Lines.Select(l => string.Equals(l, line, StringComparison.Ordinal) ? written : l)])).Ids);

    [Fact]
    public async Task A_line_that_nothing_in_the_code_keeps_is_reported_in_the_file()
    {
        var diagnostic = Assert.Single((await RunAsync(Code, [.. Lines, "activity Refund(string)"])).Diagnostics);
        Assert.Equal("HOLD0203", diagnostic.Id);
        Assert.Equal(("holdfast.contracts.txt", Lines.Length), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("aktivity Refund(string)")]
    [InlineData("activity Refund")]
    [InlineData("patch fix-1")]
    public async Task A_line_that_means_nothing_is_reported(string line) =>
        Assert.Equal(["HOLD0205"], (await RunAsync(Code, [.. Lines, line])).Ids);

    private static async Task<IEnumerable<string>> MessagesAsync(string code, IEnumerable<string> lines) => (await RunAsync(code, lines)).Diagnostics.Select(d => d.ToString());

    private static Task<AnalyzerRun> RunAsync(string code, IEnumerable<string> lines) =>
        AnalyzerRun.OfAsync(Sources.Compile(code), AnalyzerRun.NoSettings, new ContractText(string.Join('\n', lines)));
}
