#pragma warning disable CA1051, CA1815, MA0016 // Shapes as users write them: fields, structs without equality, concrete collections.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Holdfast.Generators.EndToEnd.Tests.Json;

public enum Colour
{
    Red = 0,
    DarkBlue = 5,
}

[Flags]
public enum Sides
{
    None = 0,
    Left = 1,
    Right = 2,
}

[JsonConverter(typeof(JsonStringEnumConverter<Marked>))]
public enum Marked
{
    FirstOne = 0,
    SecondOne = 1,
}

public sealed class Mutable
{
    public string? Name { get; set; }

    public int URLCount { get; set; } = 4;

    public IList<string> Tags { get; } = ["preset"];

    public int Doubled => URLCount * 2;
}

public sealed class WithInit
{
    public string Title { get; init; } = "untitled";

    public Colour? Colour { get; init; }

    public required int Rank { get; init; }
}

public sealed class WithRequired
{
    public required string Name { get; set; }

    [JsonRequired]
    public int Age { get; set; }
}

public sealed record Positional(string Name, int Count = 3, Colour Colour = Colour.DarkBlue, string? Note = null);

public sealed record PositionalWithMore(Guid Id)
{
    public string Extra { get; init; } = "x";

    public int Settable { get; set; }
}

public sealed record Big(int A, long B, double C, decimal D, string E, bool F, DateTimeOffset G, TimeSpan? H);

public record Animal(string Name)
{
    public virtual string Sound { get; init; } = "none";
}

public sealed record Dog(string Name, int Age) : Animal(Name)
{
    public override string Sound { get; init; } = "woof";
}

public class BaseClass
{
    public int BaseValue { get; set; }

    public string? Last { get; set; }
}

public sealed class DerivedClass : BaseClass
{
    public int DerivedValue { get; set; }
}

public struct Point
{
    public int X { get; set; }

    public int Y { get; init; }
}

public readonly record struct Money(decimal Amount, string Currency);

public readonly struct Span2
{
    [JsonConstructor]
    public Span2(int from, int to)
    {
        From = from;
        To = to;
    }

    public int From { get; }

    public int To { get; }
}

public sealed class Named
{
    [JsonPropertyName("the-name")]
    public string? Name { get; set; }

    [JsonPropertyOrder(-1)]
    public int First { get; set; }

    [JsonIgnore]
    public string Secret { get; set; } = "secret";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Maybe { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Zero { get; set; }

    [JsonInclude]
    public int Inside { get; private set; } = 7;

    public int PrivatelySet { get; private set; } = 8;
}

public sealed class TwoConstructors
{
    public TwoConstructors(string name) => Name = name;

    [JsonConstructor]
    public TwoConstructors(string name, int size)
    {
        Name = name + "!";
        Size = size;
    }

    public string Name { get; }

    public int Size { get; }
}

[method: SetsRequiredMembers]
public sealed class SetsRequired(string name)
{
    public required string Name { get; init; } = name;
}

public sealed record Node(string Value, Node? Next, IReadOnlyList<Node> Children);

public sealed record Page<T>(IReadOnlyList<T> Items, int Total)
{
    public T? Extra { get; init; }
}

public sealed class Box<T>
{
    public T? Content { get; set; }
}

public sealed class Outer
{
    public sealed record Inner(int Depth);

    public Inner? Nested { get; set; }
}

internal sealed record Hidden(int @class, string @event);

public sealed class Callbacks : IJsonOnSerializing, IJsonOnDeserialized
{
    public int Seen { get; set; }

    public void OnDeserialized() => Seen += 100;

    public void OnSerializing() => Seen = Math.Max(Seen, 1);
}

public sealed class Loose
{
    public object? Anything { get; set; }

    public JsonElement Element { get; set; }

    public JsonNode? Node { get; set; }
}

public sealed record Collections(
    int[] Numbers,
    List<string> Names,
    IReadOnlyList<Money> Monies,
    IReadOnlyCollection<int> Collection,
    IEnumerable<string> Lazy,
    IList<int> MutableList,
    ICollection<string> Mutable,
    HashSet<string> Set,
    ISet<int> AnySet,
    Dictionary<string, int> Map,
    IReadOnlyDictionary<string, Positional?> ReadMap,
    IDictionary<string, string?> AnyMap,
    Dictionary<int, string> ByNumber,
    byte[] Bytes,
    Point?[] Points,
    List<List<Colour>> Deep);

public sealed record Values(
    bool Bool,
    byte Byte,
    sbyte SByte,
    char Char,
    short Short,
    ushort UShort,
    uint UInt,
    long Long,
    ulong ULong,
    float Float,
    double Double,
    decimal Decimal,
    DateTime DateTime,
    DateTimeOffset DateTimeOffset,
    DateOnly DateOnly,
    TimeOnly TimeOnly,
    TimeSpan TimeSpan,
    Guid Guid,
    Uri Uri,
    Version Version,
    Int128 Huge,
    Half Half,
    ReadOnlyMemory<byte> Memory);

[JsonConverter(typeof(CelsiusConverter))]
public readonly record struct Celsius(double Degrees);

public sealed class CelsiusConverter : JsonConverter<Celsius>
{
    public override Celsius Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(double.Parse(reader.GetString()!.TrimEnd('C'), CultureInfo.InvariantCulture));

    public override void Write(Utf8JsonWriter writer, Celsius value, JsonSerializerOptions options) => writer.WriteStringValue(value.Degrees.ToString(CultureInfo.InvariantCulture) + "C");
}

public sealed record Weather(Celsius Now, Celsius? Before, Marked Marked);

public abstract class Shape
{
    public int Area { get; set; }
}

[JsonDerivedType(typeof(Circle), "circle")]
public class Polymorphic
{
    public int Area { get; set; }
}

public sealed class Circle : Polymorphic
{
    public int Radius { get; set; }
}

public sealed class WithExtension
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

public sealed class WithPropertyConverter
{
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public int Number { get; set; }
}

public sealed class WithField
{
    [JsonInclude]
    public int Field;
}

public sealed class Hiding : BaseClass
{
    public new string? Last { get; set; }
}

public sealed class WithForbiddenProperty
{
    [Obsolete("Gone.", error: true)]
    public int Gone { get; set; }
}

public sealed class Unbound(int value)
{
    public int Doubled { get; } = value * 2;
}

public sealed record HoldsUnsupported(Polymorphic Polymorphic);
