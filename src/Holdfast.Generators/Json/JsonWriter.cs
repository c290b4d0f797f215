using System.Globalization;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Json;

/// <summary>Writes the resolver that makes JSON metadata.</summary>
internal static class JsonWriter
{
    public const string ResolverName = "JsonTypes";

    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
    private const string Serialization = "global::System.Text.Json.Serialization.";
    private const string Options = "global::System.Text.Json.JsonSerializerOptions";

    /// <summary>The types whose references all have metadata too, in order.</summary>
    public static IReadOnlyList<JsonTypeModel> Complete(IEnumerable<JsonTypeModel> types)
    {
        var complete = new SortedDictionary<string, JsonTypeModel>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            complete[type.Type] = type;
        }

        while (complete.Values.Where(t => !t.References.All(complete.ContainsKey)).Select(t => t.Type).ToList() is { Count: > 0 } incomplete)
        {
            incomplete.ForEach(t => complete.Remove(t));
        }

        return [.. complete.Values];
    }

    public static void Write(SourceWriter writer, IReadOnlyList<JsonTypeModel> types)
    {
        writer.Open($"file sealed class {ResolverName} : {Metadata}IJsonTypeInfoResolver");
        WriteTable(writer, types);
        WriteResolve(writer);
        for (var i = 0; i < types.Count; i++)
        {
            writer.Line();
            WriteType(writer, types[i], Number(i));
        }

        WriteConverters(writer);
        writer.Close();
        JsonAccessorWriter.Write(writer, types);
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteTable(SourceWriter writer, IReadOnlyList<JsonTypeModel> types)
    {
        writer.Line($"private static readonly global::System.Collections.Generic.Dictionary<global::System.Type, global::System.Func<{Options}, {Metadata}JsonTypeInfo>> Makers = new()");
        writer.Open();
        for (var i = 0; i < types.Count; i++)
        {
            writer.Line($"[typeof({types[i].Type})] = Type{Number(i)},");
        }

        writer.Close(";");
        writer.Line();
    }

    private static void WriteResolve(SourceWriter writer)
    {
        writer.Open($"public {Metadata}JsonTypeInfo? GetTypeInfo(global::System.Type type, {Options} options)");
        writer.Line("// With these options members matter that are not described here.");
        writer.Open("if (options.IncludeFields || options.IgnoreReadOnlyProperties || options.RespectNullableAnnotations || options.RespectRequiredConstructorParameters || !Makers.TryGetValue(type, out var make))");
        writer.Line("return null;");
        writer.Close();
        writer.Line();
        writer.Line("var made = make(options);");
        writer.Line("// The factories make it strict; null leaves it to the options.");
        writer.Line("made.NumberHandling = null;");
        writer.Line("made.OriginatingResolver = this;");
        writer.Line("return made;");
        writer.Close();
    }

    private static void WriteType(SourceWriter writer, JsonTypeModel type, string number)
    {
        writer.Line($"private static {Metadata}JsonTypeInfo Type{number}({Options} options) =>");
        writer.Indent();
        writer.Line($"Configured(typeof({type.Type}), options) is {{ }} converter");
        writer.Indent();
        writer.Line($"? {Metadata}JsonMetadataServices.CreateValueInfo<{type.Type}>(options, converter)");
        writer.Line($": {Make(type, number)};");
        writer.Outdent();
        writer.Outdent();
        if (type.Members is { } members)
        {
            JsonMembersWriter.Write(writer, type.Type, members, number);
        }
    }

    private static string Make(JsonTypeModel type, string number)
    {
        var services = Metadata + "JsonMetadataServices.";
        var info = $"new {Metadata}JsonCollectionInfoValues<{type.Type}> {{ ObjectCreator = {(type.Creator is { } creator ? "static () => " + creator : "null")} }}";
        return type.Shape switch
        {
            JsonShape.Value => $"{services}CreateValueInfo<{type.Type}>(options, Made({type.Maker}, typeof({type.Type}), options))",
            JsonShape.Enum => $"{services}CreateValueInfo<{type.Type}>(options, Made(new {Serialization}JsonStringEnumConverter<{type.Type}>(), typeof({type.Type}), options))",
            JsonShape.Nullable => $"{services}CreateValueInfo<{type.Type}>(options, {services}GetNullableConverter<{type.Arguments[0]}>(options))",
            JsonShape.Array => $"{services}CreateArrayInfo<{type.Arguments[0]}>(options, {info})",
            JsonShape.Collection or JsonShape.Dictionary => $"{services}{type.Maker}<{type.Type}, {string.Join(", ", type.Arguments)}>(options, {info})",
            _ => $"{services}CreateObjectInfo<{type.Type}>(options, Object{number}(options))",
        };
    }

    private static void WriteConverters(SourceWriter writer)
    {
        writer.Line();
        writer.Open($"private static {Serialization}JsonConverter? Configured(global::System.Type type, {Options} options)");
        writer.Open("foreach (var converter in options.Converters)");
        writer.Open("if (converter.CanConvert(type))");
        writer.Line("return Made(converter, type, options);");
        writer.Close();
        writer.Close();
        writer.Line();
        writer.Line("return null;");
        writer.Close();
        writer.Line();
        writer.Line($"private static {Serialization}JsonConverter Made({Serialization}JsonConverter converter, global::System.Type type, {Options} options) =>");
        writer.Indent();
        writer.Line($"converter is {Serialization}JsonConverterFactory factory ? factory.CreateConverter(type, options)! : converter;");
        writer.Outdent();
    }
}
