namespace Holdfast.Generators.Tests;

public sealed class CallSiteDiagnostics
{
    private const string Activities = """
        public static class A
        {
            [Activity] public static Task<int> X(int x) => Task.FromResult(x);
            [Activity] public static int Now(int x) => x;
        }
        public class B<T>
        {
            [Signal] public virtual Task Y() => Task.CompletedTask;
        }
        """;

    [Theory]
    [InlineData("HOLD0014", "public class C { Expression<Func<Task<int>>> e = () => A.X(1); }")]
    [InlineData("HOLD0014", "public class C { IQueryable<int> M(IQueryable<int> q) => q.Where(x => A.Now(x) > 1); }")]
    [InlineData("HOLD0014", "public class C { IQueryable<int> M(IQueryable<int> q) => from x in q select A.Now(x); }")]
    [InlineData("HOLD0014", "public class C { IQueryable<int> M(IQueryable<int> q) => from x in q where A.Now(x) > 1 select x; }")]
    [InlineData("HOLD0014", "public class C { object M(dynamic d) => A.X(d); }")]
    [InlineData("HOLD0014", "public class C { Task M<T>(B<T> b) => b.Y(); }")]
    [InlineData("HOLD0015", "public class C { Func<int, Task<int>> f = A.X; }")]
    [InlineData("HOLD0015", "public class C { IEnumerable<int> M(int[] q) => q.Select(A.Now); }")]
    [InlineData("HOLD0015", "[Workflow] public class C { public Task RunAsync() => Task.CompletedTask; public Func<Task> M() => RunAsync; }")]
    [InlineData("HOLD0016", "[Workflow] public class C { public async Task RunAsync() { await Task.Yield(); A.Now(1); } }")]
    [InlineData("HOLD0016", "[Workflow] public class C { public Task RunAsync() => Task.CompletedTask; private int M(int[] xs) => xs.Sum(x => A.Now(x)); }")]
    [InlineData("HOLD0016", "public static class C { [Workflow] public static async Task M() { await Task.Yield(); L(); void L() => A.Now(1); } }")]
    public async Task Call_that_cannot_be_recorded_is_reported(string id, string source)
    {
        var run = GeneratorRun.Of(Activities, source);
        Assert.Equal([id], (await run.AnalyzeAsync()).Select(d => d.Id));
        Assert.Empty(run.CompilerMessages);
        Assert.Equal(string.Equals(id, "HOLD0016", StringComparison.Ordinal), run.Files.ContainsKey("Holdfast.Calls.g.cs"));
    }

    [Theory]
    [InlineData("public class C { string M() => nameof(A.X); }")]
    [InlineData("public class C { Func<Task<int>> f = () => A.X(1); }")]
    [InlineData("public class C { int M() => A.Now(1); }")]
    [InlineData("public class C { IEnumerable<int> M(int[] q) => from x in q select A.Now(x); }")]
    [InlineData("public class C { Expression<Func<int>> e = () => 1; Task<int> M() => A.X(1); }")]
    [InlineData("public class D : B<int> { public override Task Y() => base.Y(); }")]
    [InlineData("public class C { Task M(B<int> b) => b.Y(); }")]
    [InlineData("[Workflow] public class C { public async Task RunAsync() { await A.X(1); Holdfast.Definitions.CallCapture.Read(() => A.Now(1), Holdfast.Definitions.CallKind.Activity); } }")]
    [InlineData("[Workflow] public class C { public Task RunAsync() => Task.CompletedTask; [Activity] public static int Z() => A.Now(1); }")]
    public async Task Other_call_is_not_reported(string source)
    {
        var run = GeneratorRun.Of(Activities, source);
        Assert.Empty(await run.AnalyzeAsync());
        Assert.Empty(run.CompilerMessages);
    }
}
