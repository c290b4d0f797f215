using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Json;

/// <summary>Writes the metadata of an object's properties and constructor.</summary>
internal static class JsonMembersWriter
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
    private const string Serialization = "global::System.Text.Json.Serialization.";
    private const string Options = "global::System.Text.Json.JsonSerializerOptions";

    public static void Write(SourceWriter writer, string type, JsonMembers members, string number)
    {
        writer.Line();
        WriteObject(writer, type, members, number);
        writer.Line();
        WriteProperties(writer, type, members, number);
        if (members.Parameters.Count > 0)
        {
            writer.Line();
            WriteParameters(writer, members, number);
        }
    }

    private static void WriteObject(SourceWriter writer, string type, JsonMembers members, string number)
    {
        writer.Line($"private static {Metadata}JsonObjectInfoValues<{type}> Object{number}({Options} options) => new()");
        writer.Open();
        if (members.Parameters.Count > 0)
        {
            var arguments = members.Parameters.Select((p, i) => $"({p.Type})arguments[{JsonWriter.Number(i)}]!");
            writer.Line($"ObjectWithParameterizedConstructorCreator = static arguments => new {type}({string.Join(", ", arguments)}),");
            writer.Line($"ConstructorParameterMetadataInitializer = Parameters{number},");
        }
        else
        {
            var created = members.Creation == JsonCreation.Activator ? $"global::System.Activator.CreateInstance<{type}>()" : $"new {type}()";
            writer.Line($"ObjectCreator = static () => {created},");
        }

        writer.Line($"PropertyMetadataInitializer = _ => Properties{number}(options),");
        writer.Close(";");
    }

    private static void WriteProperties(SourceWriter writer, string type, JsonMembers members, string number)
    {
        writer.Open($"private static {Metadata}JsonPropertyInfo[] Properties{number}({Options} options)");
        writer.Line($"var properties = new {Metadata}JsonPropertyInfo[{JsonWriter.Number(members.Properties.Count)}];");
        for (var i = 0; i < members.Properties.Count; i++)
        {
            WriteProperty(writer, type, members, number, i);
        }

        writer.Line("return properties;");
        writer.Close();
    }

    private static void WriteProperty(SourceWriter writer, string type, JsonMembers members, string number, int index)
    {
        var property = members.Properties[index];
        var place = $"properties[{JsonWriter.Number(index)}]";
        writer.Line($"{place} = {Metadata}JsonMetadataServices.CreatePropertyInfo<{property.Type}>(options, new {Metadata}JsonPropertyInfoValues<{property.Type}>");
        writer.Open();
        writer.Line("IsProperty = true,");
        writer.Line("IsPublic = true,");
        writer.Line($"IsVirtual = {Bool(property.IsVirtual)},");
        writer.Line($"DeclaringType = typeof({property.DeclaringType}),");
        writer.Line($"PropertyName = {TypeText.Literal(property.Name)},");
        WriteOptional(writer, property);
        WriteAccess(writer, type, members.IsValueType, property, $"{number}_{JsonWriter.Number(index)}");
        writer.Close(");");
        WriteAfterwards(writer, property, place);
    }

    private static void WriteOptional(SourceWriter writer, JsonPropertyModel property)
    {
        if (property.Attributes.JsonName is { } name)
        {
            writer.Line($"JsonPropertyName = {TypeText.Literal(name)},");
        }

        if (property.Attributes.IgnoreCondition is { } condition)
        {
            writer.Line($"IgnoreCondition = {Serialization}JsonIgnoreCondition.{condition},");
        }

        if (property.Attributes.IsIncluded)
        {
            writer.Line("HasJsonInclude = true,");
        }
    }

    private static void WriteAccess(SourceWriter writer, string type, bool isValueType, JsonPropertyModel property, string accessor)
    {
        if (property.HasGetter)
        {
            writer.Line($"Getter = static target => (({type})target).{TypeText.Identifier(property.Name)},");
        }

        var self = isValueType ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{type}>(target)" : $"(({type})target)";
        switch (property.Setter)
        {
            case JsonSetter.Assignment:
                writer.Line($"Setter = static (target, value) => {self}.{TypeText.Identifier(property.Name)} = value!,");
                break;
            case JsonSetter.Accessor:
                writer.Line($"Setter = static (target, value) => {JsonAccessorWriter.Call(property, accessor)}({(isValueType ? "ref " : string.Empty)}{self}, value!),");
                break;
            default:
                break;
        }
    }

    private static void WriteAfterwards(SourceWriter writer, JsonPropertyModel property, string place)
    {
        if (property.IsRequired)
        {
            writer.Line($"{place}.IsRequired = true;");
        }

        if (property.Attributes.Order != 0)
        {
            writer.Line($"{place}.Order = {JsonWriter.Number(property.Attributes.Order)};");
        }
    }

    private static void WriteParameters(SourceWriter writer, JsonMembers members, string number)
    {
        writer.Line($"private static {Metadata}JsonParameterInfoValues[] Parameters{number}() =>");
        writer.Line("[");
        writer.Indent();
        for (var i = 0; i < members.Parameters.Count; i++)
        {
            var parameter = members.Parameters[i];
            var defaultValue = parameter.Default is { } given ? $"({parameter.Type})({given})" : $"default({parameter.Type})";
            writer.Line($"new() {{ Name = {TypeText.Literal(parameter.Name)}, ParameterType = typeof({parameter.Type}), Position = {JsonWriter.Number(i)}, HasDefaultValue = {Bool(parameter.Default is not null)}, DefaultValue = {defaultValue} }},");
        }

        writer.Outdent();
        writer.Line("];");
    }

    private static string Bool(bool value) => value ? "true" : "false";
}
