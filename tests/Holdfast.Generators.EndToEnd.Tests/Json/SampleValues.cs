using System.Text.Json;
using System.Text.Json.Nodes;

namespace Holdfast.Generators.EndToEnd.Tests.Json;

internal static class SampleValues
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2));

    public static IReadOnlyList<(string Name, object Value)> All { get; } =
    [
        ("Mutable", new Mutable { Name = "n\"<é", URLCount = 2 }),
        ("WithInit", new WithInit { Title = "t", Colour = Colour.DarkBlue, Rank = 3 }),
        ("WithRequired", new WithRequired { Name = "n", Age = 4 }),
        ("Positional", new Positional("n", 1, Colour.Red, "note")),
        ("PositionalWithMore", new PositionalWithMore(Guid.Parse("7f2a5d52-6f43-4c1e-9d51-0a3f4f6f7c11")) { Extra = "e", Settable = 2 }),
        ("Big", new Big(1, 2, 3.5, 4.25m, "e", true, Moment, TimeSpan.FromMinutes(90))),
        ("Dog", new Dog("rex", 3)),
        ("Animal", new Animal("it") { Sound = "moo" }),
        ("DerivedClass", new DerivedClass { BaseValue = 1, DerivedValue = 2, Last = "l" }),
        ("Point", new Point { X = 1, Y = 2 }),
        ("Money", new Money(1.50m, "EUR")),
        ("Span2", new Span2(1, 2)),
        ("Named", new Named { Name = "n", First = 1, Zero = 0 }),
        ("TwoConstructors", new TwoConstructors("n", 2)),
        ("SetsRequired", new SetsRequired("n")),
        ("Node", new Node("a", new Node("b", null, []), [new Node("c", null, [])])),
        ("Page<Money>", new Page<Money>([new Money(1, "EUR")], 1) { Extra = new Money(2, "USD") }),
        ("Page<string>", new Page<string>(["a"], 1)),
        ("Box<Positional>", new Box<Positional> { Content = new Positional("n") }),
        ("Outer", new Outer { Nested = new Outer.Inner(1) }),
        ("Outer.Inner", new Outer.Inner(1)),
        ("Hidden", new Hidden(1, "e")),
        ("Callbacks", new Callbacks()),
        ("Loose", new Loose { Anything = "text", Element = JsonElement.Parse("[1]"), Node = new JsonObject { ["a"] = 1 } }),
        ("Collections", Collections()),
        ("Values", Values()),
        ("Weather", new Weather(new Celsius(1.5), null, Marked.SecondOne)),
        ("Sides", Sides.Left | Sides.Right),
        ("Colour", Colour.Red),
        ("Dictionary of pages", new Dictionary<string, Page<int>>(StringComparer.Ordinal) { ["KeyOne"] = new([1], 1) }),
        ("Dictionary of objects", new Dictionary<string, object?>(StringComparer.Ordinal) { ["A"] = 1, ["b"] = "x", ["c"] = null }),
        ("Array", new[] { 1, 2 }),
        ("Nullable array", new Point?[] { null, new Point { X = 1 } }),
        ("String", "text"),
        ("Decimal", 1.50m),
        ("Moment", Moment),
        ("Bytes", new byte[] { 1, 2 }),
    ];

    private static Collections Collections() => new(
        [1, 2],
        ["a"],
        [new Money(1, "EUR")],
        [3],
        ["lazy"],
        [4],
        ["m"],
        ["s"],
        new HashSet<int> { 5 },
        new(StringComparer.Ordinal) { ["One"] = 1 },
        new Dictionary<string, Positional?>(StringComparer.Ordinal) { ["a"] = new("n"), ["b"] = null },
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["a"] = null },
        new() { [7] = "seven" },
        [1, 2, 3],
        [null, new Point { X = 1 }],
        [[Colour.Red], []]);

    private static Values Values() => new(
        true, 1, -1, 'c', -2, 2, 3, 4, 5, 1.5f, 2.5, 3.5m, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), Moment, new DateOnly(2026, 1, 2), new TimeOnly(3, 4), TimeSpan.FromSeconds(5),
        Guid.Empty, new Uri("https://example.com/a"), new Version(1, 2), 6, (Half)1.5, new byte[] { 9 });
}
