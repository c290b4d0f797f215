using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Holdfast.Definitions;

namespace Holdfast.Generators.EndToEnd.Tests.Json;

public sealed class JsonMetadata
{
    private static readonly IJsonTypeInfoResolver Generated = DefinitionCatalog.Of(typeof(JsonMetadata).Assembly).Json!;

    private static readonly JsonSerializerOptions[] GeneratedOptions = Variants(Generated);
    private static readonly JsonSerializerOptions[] ReflectionOptions = Variants(new DefaultJsonTypeInfoResolver());

    public static TheoryData<string> ValueNames => [.. Values.Keys];

    private static Dictionary<string, object> Values { get; } = SampleValues.All.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    public static TheoryData<string, string> Inputs => new()
    {
        { "Mutable", "{}" },
        { "Mutable", """{"NAME":"x","urlCount":"12","tags":["a"],"unknown":[1,{}]}""" },
        { "Mutable", "null" },
        { "Mutable", "[]" },
        { "WithInit", """{"rank":1}""" },
        { "WithInit", """{"colour":"darkblue","title":null,"rank":1}""" },
        { "WithInit", "{}" },
        { "WithRequired", """{"name":"n"}""" },
        { "WithRequired", """{"name":"n","age":3}""" },
        { "Positional", """{"name":"n"}""" },
        { "Positional", """{"NAME":"n","count":null}""" },
        { "Positional", """{"colour":"Red","colour":"DarkBlue","count":1,"count":2}""" },
        { "PositionalWithMore", """{"settable":4}""" },
        { "Dog", """{"age":2,"sound":"meow"}""" },
        { "Point", """{"x":1}""" },
        { "Point", "null" },
        { "Money", """{"currency":"EUR"}""" },
        { "Span2", """{"to":4}""" },
        { "Named", """{"the-name":"n","name":"m","secret":"s","inside":9,"privatelySet":9}""" },
        { "TwoConstructors", """{"name":"n"}""" },
        { "SetsRequired", "{}" },
        { "Page<Money>", """{"total":2,"extra":{"amount":1}}""" },
        { "Sides", "\"Left, Right\"" },
        { "Sides", "3" },
        { "Weather", """{"now":"3C","marked":"SecondOne"}""" },
        { "Loose", """{"anything":{"a":[1,"2"]},"element":5,"node":{"x":1}}""" },
        { "Hidden", """{"class":1,"event":"e"}""" },
        { "Callbacks", """{"seen":1}""" },
    };

    [Theory]
    [MemberData(nameof(ValueNames))]
    public void Values_are_written_and_read_as_by_reflection(string name)
    {
        var value = Values[name];
        for (var i = 0; i < GeneratedOptions.Length; i++)
        {
            Assert.NotNull(Generated.GetTypeInfo(value.GetType(), GeneratedOptions[i]));
            var expected = Write(value, ReflectionOptions[i]);
            Assert.Equal(expected, Write(value, GeneratedOptions[i]));
            Assert.Equal(Read(value.GetType(), expected, ReflectionOptions[i]), Read(value.GetType(), expected, GeneratedOptions[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Incomplete_and_odd_input_is_read_as_by_reflection(string name, string json)
    {
        var type = Values[name].GetType();
        for (var i = 0; i < GeneratedOptions.Length; i++)
        {
            Assert.Equal(Read(type, json, ReflectionOptions[i]), Read(type, json, GeneratedOptions[i]));
        }
    }

    [Theory]
    [InlineData(typeof(Shape))]
    [InlineData(typeof(Polymorphic))]
    [InlineData(typeof(WithExtension))]
    [InlineData(typeof(WithPropertyConverter))]
    [InlineData(typeof(WithField))]
    [InlineData(typeof(Hiding))]
    [InlineData(typeof(Unbound))]
    [InlineData(typeof(WithForbiddenProperty))]
    [InlineData(typeof((int, int)))]
    [InlineData(typeof(HoldsUnsupported))]
    [InlineData(typeof(List<HoldsUnsupported>))]
    [InlineData(typeof(Stream))]
    [InlineData(typeof(int[,]))]
    public void Types_beyond_exact_description_are_left_to_others(Type type) => Assert.Null(Generated.GetTypeInfo(type, GeneratedOptions[0]));

    [Fact]
    public void Enums_are_strings_without_any_configured_converter()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = Generated };
        Assert.Equal("\"DarkBlue\"", Write((Colour?)Colour.DarkBlue, options));
    }

    [Fact]
    public void Options_that_need_other_members_are_left_to_others()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = Generated, IncludeFields = true };
        Assert.Null(Generated.GetTypeInfo(typeof(Point), options));
    }

    private static JsonSerializerOptions[] Variants(IJsonTypeInfoResolver resolver) =>
    [
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = resolver, Converters = { new JsonStringEnumConverter() } },
        new() { TypeInfoResolver = resolver, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) }, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true },
        new() { TypeInfoResolver = resolver, Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, PreferredObjectCreationHandling = JsonObjectCreationHandling.Replace, NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString },
    ];

    private static string Write(object value, JsonSerializerOptions options) => JsonSerializer.Serialize(value, options.GetTypeInfo(value.GetType()));

    /// <summary>What reading gives, written by reflection; or the kind of error.</summary>
    private static string Read(Type type, string json, JsonSerializerOptions options)
    {
        try
        {
            var value = JsonSerializer.Deserialize(json, options.GetTypeInfo(type));
            return JsonSerializer.Serialize(value, type, ReflectionOptions[0]);
        }
        catch (JsonException exception)
        {
            return $"{exception.Path}: {exception.Message}";
        }
    }
}
