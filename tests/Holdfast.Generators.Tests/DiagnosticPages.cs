using System.Reflection;
using System.Runtime.CompilerServices;
using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Tests;

public sealed class DiagnosticPages
{
    private static readonly string[] Ids = [.. Constants().Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void Every_id_is_numbered_in_order_and_used_by_one_descriptor()
    {
        var descriptors = typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id);
        Assert.Equal(Enumerable.Range(1, Ids.Length).Select(n => $"HOLD{n:D4}"), Ids);
        Assert.Equal(Ids, descriptors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_id_has_a_page() =>
        Assert.All(Ids, id => Assert.StartsWith($"# {id}: ", File.ReadAllText(Path.Combine(ErrorPages(), id + ".md")), StringComparison.Ordinal));

    private static FieldInfo[] Constants() => typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static);

    private static string ErrorPages([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../docs/errors"));
}
