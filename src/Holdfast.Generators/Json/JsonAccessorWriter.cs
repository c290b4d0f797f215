using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Json;

/// <summary>Writes unsafe accessors of setters that C# does not let generated code call.</summary>
internal static class JsonAccessorWriter
{
    /// <summary>The accessor to call.</summary>
    public static string Call(JsonPropertyModel property, string number) => $"JsonSetter{number}{property.Accessor!.TypeArguments}.Set";

    public static void Write(SourceWriter writer, IReadOnlyList<JsonTypeModel> types)
    {
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i].Members is { } members)
            {
                Write(writer, members, JsonWriter.Number(i));
            }
        }
    }

    private static void Write(SourceWriter writer, JsonMembers members, string number)
    {
        for (var i = 0; i < members.Properties.Count; i++)
        {
            if (members.Properties[i] is { Accessor: { } accessor } property)
            {
                writer.Line();
                writer.Open($"file static class JsonSetter{number}_{JsonWriter.Number(i)}{accessor.TypeParameters}");
                writer.Line($"[{GeneratedFile.CompilerServices}UnsafeAccessor({GeneratedFile.CompilerServices}UnsafeAccessorKind.Method, Name = {TypeText.Literal("set_" + property.Name)})]");
                writer.Line($"public static extern void Set({(members.IsValueType ? "ref " : string.Empty)}{accessor.Self} self, {accessor.Value} value);");
                writer.Close();
            }
        }
    }
}
