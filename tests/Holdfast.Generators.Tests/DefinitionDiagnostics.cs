namespace Holdfast.Generators.Tests;

public sealed class DefinitionDiagnostics
{
    private const string Good = "public Task RunAsync() => Task.CompletedTask;";

    [Theory]
    [InlineData("HOLD0001", "[Workflow] public class W { }")]
    [InlineData("HOLD0001", "[Workflow] public class W { public static Task RunAsync() => Task.CompletedTask; }")]
    [InlineData("HOLD0002", "[Workflow] public class W { public Task RunAsync() => Task.CompletedTask; public Task RunAsync(int x) => Task.CompletedTask; }")]
    [InlineData("HOLD0003", "[Workflow] public class W { public void RunAsync() { } }")]
    [InlineData("HOLD0003", "[Workflow] public class W { public ValueTask<int> RunAsync() => default; }")]
    [InlineData("HOLD0003", "public static class W { [Workflow] public static int Run() => 1; }")]
    [InlineData("HOLD0004", "[Workflow] public class W(int x) { public Task<int> RunAsync() => Task.FromResult(x); }")]
    [InlineData("HOLD0004", "[Workflow] public abstract class W { " + Good + " }")]
    [InlineData("HOLD0004", "[Workflow] public class W { public required int X { get; set; } " + Good + " }")]
    [InlineData("HOLD0005", "[Workflow(Name = \"a\")] public class W { " + Good + " } [Workflow(Name = \"a\")] public class V { " + Good + " }")]
    [InlineData("HOLD0005", "[Workflow] public class W { " + Good + " } public static class V { [Workflow] public static Task WAsync() => Task.CompletedTask; }")]
    [InlineData("HOLD0005", "public static class A { [Activity] public static Task X() => Task.CompletedTask; [Activity] public static Task XAsync() => Task.CompletedTask; }")]
    [InlineData("HOLD0005", "[Workflow] public class W { " + Good + " [Signal] public void A() { } [Signal(Name = \"A\")] public void B() { } }")]
    [InlineData("HOLD0005", "[Workflow] public class W { " + Good + " [Query] public int A() => 1; [Query] public int A(int x) => x; }")]
    [InlineData("HOLD0005", "[Workflow] public class W { " + Good + " [Update] public Task A() => Task.CompletedTask; [Update] public Task AAsync() => Task.CompletedTask; }")]
    [InlineData("HOLD0006", "[Workflow] public class W { " + Good + " [Signal] internal void A() { } }")]
    [InlineData("HOLD0006", "[Workflow] public class W { " + Good + " [Query] public static int A() => 1; }")]
    [InlineData("HOLD0006", "public interface I { [Signal] void A(); } [Workflow] public class W : I { " + Good + " void I.A() { } }")]
    [InlineData("HOLD0007", "[Workflow] public class W { " + Good + " [Query] public void A() { } }")]
    [InlineData("HOLD0007", "[Workflow] public class W { " + Good + " [Query] public Task<int> A() => Task.FromResult(1); }")]
    [InlineData("HOLD0008", "[Workflow] public class W { " + Good + " [Update(Validator = \"Check\")] public Task A() => Task.CompletedTask; }")]
    [InlineData("HOLD0008", "[Workflow] public class W { " + Good + " [Update(Validator = \"Check\")] public Task A(int x) => Task.CompletedTask; public void Check(string x) { } }")]
    [InlineData("HOLD0008", "[Workflow] public class W { " + Good + " [Update(Validator = \"Check\")] public Task A() => Task.CompletedTask; public bool Check() => true; }")]
    [InlineData("HOLD0009", "public static class A { [Activity] public static Task<T> X<T>(T x) => Task.FromResult(x); }")]
    [InlineData("HOLD0009", "public static class A { [Activity] public static void X(ref int x) { } }")]
    [InlineData("HOLD0009", "public static class A { [Activity] public static void X(out int x) => x = 1; }")]
    [InlineData("HOLD0009", "public static class A { [Activity] public static void X(in int x) { } }")]
    [InlineData("HOLD0009", "public static class A { [Activity] public static void X(ReadOnlySpan<int> x) { } }")]
    [InlineData("HOLD0009", "[Workflow] public class W { " + Good + " [Signal] public void A<T>(T x) { } }")]
    [InlineData("HOLD0010", "public static class A { [Activity(StartToCloseTimeout = \"soon\")] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0010", "public static class A { [Activity(HeartbeatTimeout = \"-00:00:01\")] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0010", "public static class A { [Activity(ScheduleToCloseTimeout = \"00:00:00\")] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0011", "public static class A { [Activity(MaximumAttempts = -1)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0012", "public static class A { [Activity] private static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0012", "public class O { [Workflow] private class W { " + Good + " } }")]
    [InlineData("HOLD0012", "file static class A { [Activity] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0012", "public interface A { [Activity] static abstract Task X(); }")]
    [InlineData("HOLD0013", "[Workflow] public class W<T> { " + Good + " }")]
    [InlineData("HOLD0013", "public class O<T> { public static class A { [Activity] public static Task X() => Task.CompletedTask; } }")]
    [InlineData("HOLD0017", "public struct A { [Activity] public Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0018", "[Workflow] public class W { public Task RunAsync(CancellationToken token) => Task.CompletedTask; }")]
    [InlineData("HOLD0019", "[Workflow] public class W { " + Good + " [Signal] public int A() => 1; }")]
    [InlineData("HOLD0019", "[Workflow] public class W { " + Good + " [Update] public void A() { } }")]
    [InlineData("HOLD0020", "public class W { [Workflow] public Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0021", "[Workflow] public class W { [WorkflowInit] public W(string x) { } public Task RunAsync(int x) => Task.CompletedTask; }")]
    [InlineData("HOLD0021", "[Workflow] public class W { [WorkflowInit] internal W(int x) { } public Task RunAsync(int x) => Task.CompletedTask; }")]
    [InlineData("HOLD0021", "[Workflow] public class W { [WorkflowInit] public W() { } [WorkflowInit] public W(int x) { } public Task RunAsync(int x) => Task.CompletedTask; }")]
    [InlineData("HOLD0022", "[Workflow(Dynamic = true)] public class W { public Task RunAsync(int x) => Task.CompletedTask; }")]
    [InlineData("HOLD0022", "[Workflow] public class W { " + Good + " [Signal(Dynamic = true)] public void A(RawArguments x) { } }")]
    [InlineData("HOLD0022", "[Workflow] public class W { " + Good + " [Query(Dynamic = true)] public int A(string x) => 1; }")]
    [InlineData("HOLD0022", "public static class A { [Activity(Dynamic = true)] public static Task X(string name, RawArguments x) => Task.CompletedTask; }")]
    [InlineData("HOLD0023", "[Workflow] public class W { " + Good + " [Query(Name = \"__state\")] public int A() => 1; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, ConcurrencyLimit(0)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, ConcurrencyLimit(1, Key = \"y\")] public static Task X(int x) => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, RateLimit(0)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, RateLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Rejected)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, Debounce(\"00:00:01\")] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, ConcurrencyLimit(1, ReplacedRuns = Holdfast.Protocol.ReplacedRunAction.RequestCancel)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, ConcurrencyLimit(1, Scope = (LimitScope)2)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "[Workflow, Debounce(\"soon\")] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, Debounce(\"00:00:10\", MaximumDelay = \"never\")] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, Debounce(\"00:00:10\", MaximumDelay = \"00:00:05\")] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, Debounce(\"00:00:10\"), Debounce(\"00:00:20\")] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, Debounce(\"00:00:10\"), ConcurrencyLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Rejected)] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, RateLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Rejected), ConcurrencyLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Replaced)] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, ConcurrencyLimit(1, ReplacedRuns = Holdfast.Protocol.ReplacedRunAction.RequestCancel)] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, ConcurrencyLimit(1, Policy = (Holdfast.Protocol.StartLimitPolicy)9)] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "public static class A { [Activity, ConcurrencyLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Rejected)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "public static class A { [Activity, ConcurrencyLimit(1), ConcurrencyLimit(2)] public static Task X() => Task.CompletedTask; }")]
    [InlineData("HOLD0024", "[Workflow, RateLimit(0)] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, ConcurrencyLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Debounced)] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, RateLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Replaced)] public class W { " + Good + " }")]
    [InlineData("HOLD0024", "[Workflow, ConcurrencyLimit(1, Key = \"a\"), RateLimit(1, Key = \"b\")] public class W { public Task RunAsync(int a, int b) => Task.CompletedTask; }")]
    public void Wrong_definition_is_reported_once_and_breaks_no_generated_code(string id, string source)
    {
        var run = GeneratorRun.Of(source);
        Assert.Equal([id], run.Diagnostics.Select(d => d.Id));
        Assert.True(run.Diagnostics[0].Location.IsInSource || run.Diagnostics[0].Location.GetLineSpan().IsValid);
        Assert.Empty(run.CompilerMessages);
    }

    [Theory]
    [InlineData("[Workflow] internal class W { " + Good + " }")]
    [InlineData("public class O { [Workflow] protected internal sealed class W { " + Good + " } }")]
    [InlineData("[Workflow] public partial class W { [Signal] public void A() { } } public partial class W { " + Good + " [Signal] public void B() { } }")]
    [InlineData("public abstract class B<T> { public Task<T> RunAsync(T x) => Task.FromResult(x); [Signal] public void A(T x) { } } [Workflow] public class W : B<int> { }")]
    [InlineData("public abstract class B { [Signal] public virtual void A() { } } [Workflow] public class W : B { " + Good + " public override void A() { } }")]
    [InlineData("[Workflow] public class @class { " + Good + " [Signal] public void @event(int @params) { } }")]
    [InlineData("[Workflow] public record W { " + Good + " }")]
    [InlineData("public static class A { [Activity] public static void X(decimal a = 1.5m, char c = 'x', string s = \"q\\\"\", ulong u = ulong.MaxValue, float f = 1.5f, DateTime d = default, DayOfWeek? w = DayOfWeek.Friday, nint n = 4, sbyte b = -3, double i = double.NegativeInfinity) { } }")]
    [InlineData("public static class A { [Activity] public static void X(params List<int> xs) { } }")]
    [InlineData("public static class A { [Activity] public static void X(CancellationToken a, int b, CancellationToken c) { } }")]
    [InlineData("[Workflow] public class W { [WorkflowInit] public W(int x, string y = \"z\") { } public Task RunAsync(int x, string y = \"z\") => Task.CompletedTask; }")]
    [InlineData("[Workflow(Dynamic = true, FailureExceptionTypes = [typeof(FormatException), typeof(List<int>)])] public class W { public Task<string> RunAsync(RawArguments x) => Task.FromResult(x.Get<string>(0)); [Signal(Dynamic = true, Description = \"any \\\"signal\\\"\")] public void A(string name, RawArguments x) { } [Update(Dynamic = true, Validator = \"Check\", UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)] public Task B(string name, RawArguments x) => Task.CompletedTask; public void Check(string name, RawArguments x) { } [Query(Dynamic = true)] public int C(string name, RawArguments x) => x.Count; }")]
    [InlineData("public static class A { [Activity(Dynamic = true)] public static int X(RawArguments x, CancellationToken c) => x.Count; }")]
    [InlineData("[Workflow, ConcurrencyLimit(3), ConcurrencyLimit(1, Key = \"a\", Policy = Holdfast.Protocol.StartLimitPolicy.Rejected), RateLimit(0.5)] public class W { public Task RunAsync(int a) => Task.CompletedTask; }")]
    [InlineData("public static class A { [Activity, ConcurrencyLimit(2), ConcurrencyLimit(1, Key = nameof(b))] public static Task X(CancellationToken a, string b) => Task.CompletedTask; }")]
    [InlineData("public static class A { [Activity, RateLimit(2.5), RateLimit(1, Key = nameof(b)), RateLimit(50, Scope = LimitScope.TaskQueue), ConcurrencyLimit(9, Scope = LimitScope.TaskQueue), ConcurrencyLimit(1, Key = nameof(b), Scope = LimitScope.TaskQueue)] public static Task X(string b) => Task.CompletedTask; }")]
    [InlineData("[Workflow, Debounce(\"00:00:10\", MaximumDelay = \"00:01:00\", Key = \"a\"), ConcurrencyLimit(2, Key = \"a\"), ConcurrencyLimit(1, Policy = Holdfast.Protocol.StartLimitPolicy.Replaced, ReplacedRuns = Holdfast.Protocol.ReplacedRunAction.RequestCancel), RateLimit(5, Scope = LimitScope.TaskQueue)] public class W { public Task RunAsync(int a) => Task.CompletedTask; }")]
    public void Right_definition_is_registered(string source)
    {
        var run = GeneratorRun.Of(source);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["Holdfast.Registration.g.cs"], run.Files.Keys);
        Assert.Empty(run.CompilerMessages);
    }

    [Fact]
    public void Code_without_definitions_and_calls_generates_nothing() => Assert.Empty(GeneratorRun.Of("public class C { public void M() => M(); }").Files);
}
