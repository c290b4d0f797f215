using System.Globalization;

namespace Holdfast.Analyzers.Tests;

public sealed class CallPathTests
{
    [Fact]
    public async Task What_helpers_do_is_reported_there_with_the_way()
    {
        var run = await AnalyzerRun.OfAsync(
            Sources.Workflow("Prices.Of(1);"),
            "public static class Prices { public static int Of(int x) => Rates.Today + x; }",
            "public static class Rates { public static int Today => DateTime.UtcNow.Day; }");
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("File2.cs", diagnostic.Location.SourceTree!.FilePath);
        Assert.EndsWith("(workflow code gets here by Flow.RunAsync → Prices.Of → Rates.Today)", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(["Prices.Of(1)", "Rates.Today"], diagnostic.AdditionalLocations.Select(l => l.SourceTree!.GetText().ToString(l.SourceSpan)));
    }

    [Fact]
    public async Task The_middle_of_a_long_way_is_left_out()
    {
        var steps = string.Concat(Enumerable.Range(0, 20).Select(i => $"public static void S{i}() => S{i + 1}(); "));
        var run = await AnalyzerRun.OfAsync(Sources.Workflow("Deep.S0();"), $"public static class Deep {{ {steps} public static void S20() => _ = DateTime.Now; }}");
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.EndsWith(
            "(workflow code gets here by Flow.RunAsync → … → Deep.S14 → Deep.S15 → Deep.S16 → Deep.S17 → Deep.S18 → Deep.S19 → Deep.S20)",
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
        Assert.Equal(8, diagnostic.AdditionalLocations.Count);
    }

    [Fact]
    public async Task A_place_that_two_workflows_get_to_is_reported_once()
    {
        const string Other = "[Workflow] public class Other { public Task RunAsync() { Clock.Read(); Clock.Read(); return Task.CompletedTask; } }";
        var run = await AnalyzerRun.OfAsync(Sources.Workflow("Clock.Read();"), Other, "public static class Clock { public static DateTime Read() => DateTime.UtcNow; }");
        Assert.Equal(["HOLD0101 DateTime.UtcNow"], run.Places);
    }

    [Theory]
    [InlineData("Read(); DateTime Read() => DateTime.Now;", "")]
    [InlineData("Func<DateTime> f = () => DateTime.Now;", "")]
    [InlineData("var x = new[] { 1 }.Select(_ => DateTime.Now);", "")]
    [InlineData("var x = new Helper();", "public class Helper { public Helper() { _ = DateTime.Now; } }")]
    [InlineData("var x = new Helper();", "public class Helper { private DateTime _x = DateTime.Now; }")]
    [InlineData("var x = new Helper();", "public class Helper { public DateTime X { get; } = DateTime.Now; }")]
    [InlineData("var x = new Helper().X;", "public class Helper { public DateTime X { get { return DateTime.Now; } } }")]
    [InlineData("new Helper().X = 1;", "public class Helper { public int X { get => 1; set => _ = DateTime.Now; } }")]
    [InlineData("var x = new Helper()[1];", "public class Helper { public DateTime this[int i] => DateTime.Now; }")]
    [InlineData("var x = Helper.X;", "public static class Helper { public static readonly DateTime X = DateTime.Now; }")]
    [InlineData("var x = Helper.X;", "public static class Helper { public static DateTime X { get; } = DateTime.Now; }")]
    [InlineData("var x = new Helper() + 1;", "public class Helper { public static DateTime operator +(Helper h, int x) => DateTime.Now; }")]
    [InlineData("Func<DateTime> f = Helper.Read;", "public static class Helper { public static DateTime Read() => DateTime.Now; }")]
    [InlineData("new Base().Work();", "public class Base { public virtual void Work() { } } public class Derived : Base { public override void Work() => _ = DateTime.Now; }")]
    [InlineData("((IHelp)null!).Help();", "public interface IHelp { void Help(); } public class Helper : IHelp { public void Help() => _ = DateTime.Now; }")]
    [InlineData("5.Days();", "public static class Extensions { public static DateTime Days(this int x) => DateTime.Now; }")]
    [InlineData("Helper.Read<int>();", "public static class Helper { public static DateTime Read<T>() => DateTime.Now; }")]
    [InlineData("Helper.First(1);", "public static class Helper { public static void First(int x) { if (x > 0) Second(x); } private static void Second(int x) { First(x - 1); _ = DateTime.Now; } }")]
    public async Task Code_is_followed_wherever_it_goes(string body, string helper) =>
        Assert.Equal(["HOLD0101 DateTime.Now"], (await AnalyzerRun.OfAsync(Sources.Workflow(body), helper)).Places);

    [Theory]
    [InlineData("private readonly DateTime _x = DateTime.Now;")]
    [InlineData("public Flow() => _ = DateTime.Now;")]
    [InlineData("[Signal] public void Poke() => _ = DateTime.Now;")]
    [InlineData("[Query] public DateTime Ask() => DateTime.Now;")]
    [InlineData("[Update(Validator = nameof(Check))] public Task Change() => Task.CompletedTask; public void Check() => _ = DateTime.Now;")]
    public async Task Whatever_the_engine_calls_is_workflow_code(string member) =>
        Assert.Equal(["HOLD0101 DateTime.Now"], (await AnalyzerRun.OfAsync(Sources.Workflow(string.Empty, member))).Places);

    [Fact]
    public async Task A_static_workflow_is_workflow_code() =>
        Assert.Equal(["HOLD0101 DateTime.Now"], (await AnalyzerRun.OfAsync("public static class Flows { [Workflow] public static async Task PayAsync() { await Task.Yield(); _ = DateTime.Now; } }")).Places);

    [Fact]
    public async Task Inherited_workflow_code_is_workflow_code() =>
        Assert.Equal(
            ["HOLD0101 DateTime.Now"],
            (await AnalyzerRun.OfAsync("public abstract class Base { public async Task RunAsync() { await Task.Yield(); await StepAsync(); } protected abstract Task StepAsync(); } [Workflow] public class Flow : Base { protected override Task StepAsync() { _ = DateTime.Now; return Task.CompletedTask; } }")).Places);

    [Fact]
    public async Task Activities_run_elsewhere()
    {
        const string Activities = "public interface IPay { [Activity] Task<DateTime> PayAsync(); } public class Pay : IPay { public Task<DateTime> PayAsync() => Task.FromResult(DateTime.UtcNow); }";
        Assert.Empty((await AnalyzerRun.OfAsync(Sources.Workflow("await Workflow.ExecuteActivityAsync((IPay p) => p.PayAsync()); await Workflow.ExecuteActivityAsync((Pay p) => p.PayAsync());"), Activities)).Diagnostics);
    }

    [Fact]
    public async Task Arguments_of_an_activity_are_workflow_code() =>
        Assert.Equal(["HOLD0101 DateTime.Now"], (await AnalyzerRun.OfAsync(Sources.Workflow("await Workflow.ExecuteActivityAsync(() => Work.DoAsync(DateTime.Now.Day));"))).Places);
}
