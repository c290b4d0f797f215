using System.Globalization;

namespace Holdfast.Analyzers.Tests;

public sealed class PayloadTests
{
    private const string Types = """
        public record Order(string Id, decimal Total) { public List<Item> Items { get; init; } = []; }
        public record Item(string Name, Color Color);
        public enum Color { Red }
        public record WithCallback(Action Callback);
        public record Nested { public WithCallback? Inner { get; set; } }
        public abstract record Shape;
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")] public abstract record Described;
        public record Circle : Described;
        public interface IThing { }
        public class Two { public Two(int a) { A = a; } public Two(string b) { A = b.Length; } public int A { get; } }
        public class Marked { [System.Text.Json.Serialization.JsonConstructor] public Marked(int a) { A = a; } public Marked(string b) { A = b.Length; } public int A { get; } }
        public class Odd { public Odd(int value) { A = value; } public int A { get; } }
        public class Hidden { private Hidden() { } }
        public class Ignoring { [System.Text.Json.Serialization.JsonIgnore] public Action? Callback { get; set; } }
        public class Tree { public List<Tree> Children { get; set; } = []; }
        """;

    [Theory]
    [InlineData("Task DoAsync(WithCallback x)", "'WithCallback.Callback' is a delegate")]
    [InlineData("Task DoAsync(Nested[] x)", "'Nested.Inner.Callback' is a delegate")]
    [InlineData("Task DoAsync(Func<int> x)", "'Func<int>' is a delegate")]
    [InlineData("Task DoAsync(Shape x)", "'Shape' is abstract, and nothing says what to create")]
    [InlineData("Task DoAsync(IReadOnlyList<IThing> x)", "'IThing' is an interface, and nothing says what to create")]
    [InlineData("Task DoAsync(Two x)", "'Two' has several constructors, and none is marked [JsonConstructor]")]
    [InlineData("Task DoAsync(Odd x)", "'Odd' has a constructor whose parameter 'value' is no property")]
    [InlineData("Task DoAsync(Hidden x)", "'Hidden' has no public constructor")]
    [InlineData("Task DoAsync(MemoryStream x)", "'MemoryStream' is of type MemoryStream, which is bound to its process")]
    [InlineData("Task<Type> DoAsync()", "'Type' is of type Type, which is bound to its process")]
    public async Task What_cannot_be_serialised_is_reported(string signature, string problem)
    {
        var run = await AnalyzerRun.OfAsync(Types + $"public interface IActivities {{ [Activity] {signature}; }}");
        Assert.EndsWith(problem, Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(["HOLD0118"], run.Ids);
    }

    [Theory]
    [InlineData("Task<Order?> DoAsync(Order x, CancellationToken c)")]
    [InlineData("Task<IReadOnlyDictionary<string, Order[]>> DoAsync(IEnumerable<int?> x, object y, (int, string) z)")]
    [InlineData("Task DoAsync(Described x, Marked y, Ignoring z)")]
    [InlineData("Task<Tree> DoAsync(Guid a, Uri b, DateTimeOffset c, System.Text.Json.JsonElement d, byte[] e)")]
    public async Task What_can_be_serialised_is_not_reported(string signature) =>
        Assert.Empty((await AnalyzerRun.OfAsync(Types + $"public interface IActivities {{ [Activity] {signature}; }}")).Diagnostics);

    [Fact]
    public async Task Workflows_and_handlers_are_looked_at_and_other_methods_are_not() =>
        Assert.Equal(
            ["HOLD0118 a", "HOLD0118 b", "HOLD0118 Ask"],
            (await AnalyzerRun.OfAsync(Types + "[Workflow] public class Flow { public Task RunAsync(Shape a) => Task.CompletedTask; [Signal] public void S(IThing b) { } [Query] public Shape Ask() => null!; public void Help(Shape x) { } }")).Places);
}
