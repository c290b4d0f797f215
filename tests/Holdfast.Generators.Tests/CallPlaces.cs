namespace Holdfast.Generators.Tests;

public sealed class CallPlaces
{
    private const string Activities = """
        public static class A
        {
            [Activity] public static Task<int> X(int x) => Task.FromResult(x);
            [Activity] public static Task Extended(this string x) => Task.CompletedTask;
            [Activity] public static Task Many(int a, string b = "b", params int[] rest) => Task.CompletedTask;
        }
        public class I
        {
            [Activity] public virtual Task Y() => Task.CompletedTask;
            [Activity] protected internal Task Z() => Task.CompletedTask;
            public Task Inside() => Y();
            public Task InsideThis() => this.Y();
        }
        public interface IService { [Activity] Task S(); Task Defaulted() => S(); }
        public abstract class Root<T> { public Task RunAsync(T x) => Task.CompletedTask; [Signal] public void Sig(T x) { } }
        [Workflow] public class W : Root<(int A, string? B)>, IService { Task IService.S() => Task.CompletedTask; }
        """;

    private const int CallsInActivities = 3;

    [Theory]
    [InlineData(1, "public class C { static readonly Task<int> f = A.X(1); public static Task<int> F => f; }")]
    [InlineData(1, "public class C { Task<int> P => A.X(1); }")]
    [InlineData(2, "public class C { Task M() { return L(); Task L() => A.X(1); } Func<Task> F() => async () => await A.X(1); }")]
    [InlineData(1, "public class C<T> { Task<int> M<U>(U u) => A.X(1); }")]
    [InlineData(1, "file class C { Task<int> M() => A.X(1); }")]
    [InlineData(1, "public class C(Task<int> x) { public C() : this(A.X(1)) { } public Task<int> G() => x; }")]
    [InlineData(2, "public class C { async Task M() { foreach (var x in new[] { await A.X(1) }) { _ = x; } if (await A.X(2) is > 1) { } } }")]
    [InlineData(2, "public class C { Task M() => A.Extended(\"s\"); Task N() => \"s\".Extended(); }")]
    [InlineData(4, "public class C { Task M() => A.Many(1); Task N() => A.Many(1, rest: [2]); Task O() => A.Many(b: \"x\", a: 1); Task P() => A.Many(1, \"b\", 3, 4); }")]
    [InlineData(3, "public class C { Task M(I i) => i.Y(); Task? N(I? i) => i?.Y(); Task O(I i) => i.Z(); }")]
    [InlineData(2, "public class D : I { public override Task Y() => base.Y(); Task M() => Y(); Task N(D d) => d.Y(); }")]
    [InlineData(2, "public class C { Task M(W w) => ((IService)w).S(); Task N<T>(T t) where T : IService => t.S(); }")]
    [InlineData(2, "public class C { void M(W w) { w.Sig((1, null)); w.RunAsync((1, \"x\")); } }")]
    [InlineData(1, "public class C { Task M(Root<(int A, string? B)> r) { r.Sig((1, null)); return r.RunAsync((1, null)); } }")]
    [InlineData(1, "public class C { Task M() => A /* a */ . /* b */ X /* c */ (1); }")]
    [InlineData(1, "#line 200 \"other.razor\"\npublic class C { Task M() => A.X(1); }\n#line default")]
    [InlineData(1, "public class C { Task M() => global::A.X(x: checked(1 + 1)); }")]
    [InlineData(0, "public class C { Task M() => X(1); Task X(int x) => Task.FromResult(x); string N() => nameof(A.X); }")]
    public void Call_is_intercepted_wherever_it_stands(int expected, string source)
    {
        var run = GeneratorRun.Of(Activities, source);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerMessages);
        Assert.Equal(expected + CallsInActivities, Interceptions(run));
    }

    [Fact]
    public void Statically_imported_call_is_intercepted()
    {
        var run = GeneratorRun.Of(Sources.Compile(Activities).AddSyntaxTrees(
            Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("using static A; public class C { System.Threading.Tasks.Task M() => X(1); }", Sources.ParseOptions, "C.cs", cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Empty(run.CompilerMessages);
        Assert.Equal(1 + CallsInActivities, Interceptions(run));
    }

    [Fact]
    public void Calls_of_one_target_share_one_interceptor()
    {
        var run = GeneratorRun.Of("public static class A { [Activity] public static Task X() => Task.CompletedTask; } public class C { Task M() => A.X(); Task N() => A.X(); }");
        Assert.Single(Calls(run).Split("internal static").Skip(1));
        Assert.Equal(2, Interceptions(run));
    }

    [Fact]
    public void Code_with_errors_is_left_to_the_compiler()
    {
        var run = GeneratorRun.Of("public static class A { [Activity] public static Task X(Missing x) => Task.CompletedTask; } [Workflow] public class W { public Missing RunAsync( }");
        Assert.DoesNotContain(run.Diagnostics, d => string.Equals(d.Id, "CS8785", StringComparison.Ordinal));
    }

    private static string Calls(GeneratorRun run) => run.Files.GetValueOrDefault("Holdfast.Calls.g.cs", string.Empty);

    private static int Interceptions(GeneratorRun run) => Calls(run).Split("InterceptsLocation(").Length - 1;
}
