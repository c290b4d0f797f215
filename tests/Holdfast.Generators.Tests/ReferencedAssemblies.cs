using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Tests;

public sealed class ReferencedAssemblies
{
    private const string Library = """
        namespace Library;
        public static class Activities
        {
            [Activity(Name = "pay", StartToCloseTimeout = "00:00:09")] public static Task PayAsync(int amount, CancellationToken token = default) => Task.CompletedTask;
        }
        public interface IApproval { [Signal] void Approve(); }
        [Workflow] public class Approval : IApproval
        {
            public Task RunAsync() => Task.CompletedTask;
            public void Approve() { }
        }
        """;

    private const string Caller = """
        using Library;
        public static class Caller
        {
            public static Task Pay() => Activities.PayAsync(1);
            public static Task Run(Approval a) => a.RunAsync();
            public static void Approve(Approval a, IApproval b) { a.Approve(); b.Approve(); }
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Calls_into_another_assembly_are_intercepted_and_its_definitions_are_not_registered_again(bool compiled)
    {
        var library = Sources.Compile("Library", [], Library);
        var run = GeneratorRun.Of(Sources.Compile("Caller", [compiled ? Image(library) : library.ToMetadataReference()], Caller));
        Assert.Equal(["Holdfast.Calls.g.cs"], run.Files.Keys);
        Assert.Empty(run.CompilerMessages);
        var calls = run.Files["Holdfast.Calls.g.cs"];
        Assert.All(["CallKind.Activity, \"pay\"", "CallKind.Workflow, \"Approval\"", "CallKind.Signal, \"Approve\"", "FromTicks(90000000L)"], text => Assert.Contains(text, calls, StringComparison.Ordinal));
        Assert.Equal(4, calls.Split("[global::System.Runtime.CompilerServices.InterceptsLocation(").Length - 1);
    }

    private static PortableExecutableReference Image(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
