using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests;

/// <summary>Compilations of source snippets against the runtime's own assemblies and the SDK.</summary>
internal static class Sources
{
    public const string Usings = """
        using System; using System.Collections; using System.Collections.Concurrent; using System.Collections.Frozen; using System.Collections.Generic; using System.Collections.Immutable;
        using System.Diagnostics; using System.IO; using System.Linq; using System.Net; using System.Net.Http; using System.Runtime.CompilerServices; using System.Security.Cryptography; using System.Threading;
        using System.Threading.Tasks; using Holdfast;

        """;

    public static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    public static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "Microsoft.CSharp.dll" or "Holdfast.dll" or "Holdfast.Protocol.dll" or "Microsoft.Extensions.Logging.Abstractions.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static CSharpCompilation Compile(params string[] files) => CSharpCompilation.Create(
        "Sample",
        files.Select((f, i) => CSharpSyntaxTree.ParseText(Usings + f, ParseOptions, $"File{i}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <summary>A workflow with that body, and activities to call.</summary>
    public static string Workflow(string body, string members = "") => $$"""
        public static class Work
        {
            [Activity] public static Task<int> DoAsync(int x) => Task.FromResult(x);
            [Activity] public static Task<DateTime> LookAtClockAsync() => Task.FromResult(DateTime.UtcNow);
        }

        [Workflow]
        public class Flow
        {
            {{members}}

            public async Task RunAsync()
            {
                await Work.DoAsync(1);
                {{body}}
            }
        }
        """;
}
