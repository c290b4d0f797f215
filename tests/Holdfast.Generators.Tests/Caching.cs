using Holdfast.Generators.Definitions;
using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Tests;

public sealed class Caching
{
    private const string Definitions = """
        [Workflow] public class W
        {
            public async Task<int> RunAsync(int x) => await A.X(x);
            [Signal] public void S() { }
        }
        public static class A { [Activity] public static Task<int> X(int x) => Task.FromResult(x); }
        """;

    private static readonly string[] Steps =
        [PipelineSteps.ReadWorkflows, PipelineSteps.ReadActivities, PipelineSteps.Definitions, PipelineSteps.ReadCalls, PipelineSteps.Calls];

    [Fact]
    public void Unrelated_edit_recomputes_nothing()
    {
        var compilation = Sources.Compile(Definitions, "public class Other { }");
        var second = GeneratorRun.Of(compilation).Again(Edit(compilation, 1, "public class Other { public int Y() => Math.Abs(3); }"));
        Assert.All(Steps, step => Assert.NotEmpty(second.ReasonsOf(step)));
        Assert.All(Steps.SelectMany(second.ReasonsOf).Concat(second.OutputReasons), AssertReused);
    }

    [Fact]
    public void Edit_of_a_body_recomputes_no_definition()
    {
        var compilation = Sources.Compile(Definitions);
        var second = GeneratorRun.Of(compilation).Again(Edit(compilation, 0, Definitions.Replace("A.X(x)", "A.X(x + 1)", StringComparison.Ordinal)));
        Assert.All(second.ReasonsOf(PipelineSteps.Definitions), AssertReused);
    }

    [Fact]
    public void Edit_that_moves_a_definition_generates_the_same_registration()
    {
        var compilation = Sources.Compile(Definitions);
        var second = GeneratorRun.Of(compilation).Again(Edit(compilation, 0, "\n\n// moved\n" + Definitions));
        Assert.All(second.ReasonsOf(PipelineSteps.Definitions), AssertReused);
    }

    [Fact]
    public void Edit_of_a_signature_recomputes_the_definitions()
    {
        var compilation = Sources.Compile(Definitions);
        var first = GeneratorRun.Of(compilation);
        var second = first.Again(Edit(compilation, 0, Definitions.Replace("int x", "long x", StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Modified], second.ReasonsOf(PipelineSteps.Definitions));
    }

    [Fact]
    public void Order_of_files_does_not_change_the_output()
    {
        string[] files =
        [
            "public static class A { [Activity] public static Task X() => Task.CompletedTask; }",
            "public static class B { [Activity] public static Task Y() => A.X(); }",
            "[Workflow] public class W { public async Task RunAsync() { await B.Y(); await A.X(); } }",
        ];
        var compilation = Sources.Compile(files);
        var reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());
        Assert.Equal(GeneratorRun.Of(compilation).Files, GeneratorRun.Of(reversed).Files);
    }

    [Fact]
    public void Models_hold_nothing_of_a_compilation()
    {
        var generator = typeof(HoldfastGenerator).Assembly;
        var models = new[] { typeof(WorkflowModel), typeof(ActivityModel), typeof(Calls.CallModel), typeof(Finding), typeof(SourceSpan) };
        Assert.All(models.SelectMany(m => Reachable(m, generator, [])), type => Assert.False(typeof(ISymbol).IsAssignableFrom(type) || typeof(SyntaxNode).IsAssignableFrom(type) || typeof(Location).IsAssignableFrom(type), type.FullName));
    }

    private static IEnumerable<Type> Reachable(Type type, System.Reflection.Assembly assembly, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return [];
        }

        var parts = type.GetProperties().Select(p => p.PropertyType).Concat(type.GetGenericArguments());
        return type.Assembly == assembly ? parts.SelectMany(p => Reachable(p, assembly, seen)).Append(type) : [type];
    }

    private static void AssertReused(IncrementalStepRunReason reason) => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static Compilation Edit(Compilation compilation, int file, string text)
    {
        var tree = compilation.SyntaxTrees.ElementAt(file);
        return compilation.ReplaceSyntaxTree(tree, Sources.Parse(text, tree.FilePath));
    }
}
