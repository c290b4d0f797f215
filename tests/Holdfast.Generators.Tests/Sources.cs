using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Generators.Tests;

/// <summary>Compilations of source snippets against the runtime's own assemblies and the SDK.</summary>
internal static class Sources
{
    public static readonly CSharpParseOptions ParseOptions =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithFeatures([new("InterceptorsNamespaces", "Holdfast.Generated")]);

    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Linq.Expressions; using System.Threading; using System.Threading.Tasks; using Holdfast;\n";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "Microsoft.CSharp.dll" or "Holdfast.dll" or "Holdfast.Protocol.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static CSharpCompilation Compile(params string[] files) => Compile("Sample", [], files);

    public static CSharpCompilation Compile(string assembly, IEnumerable<MetadataReference> references, params string[] files) => CSharpCompilation.Create(
        assembly,
        files.Select((f, i) => Parse(f, $"File{i}.cs")),
        [.. References, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string file, string path) => CSharpSyntaxTree.ParseText(Usings + file, ParseOptions, path);
}
