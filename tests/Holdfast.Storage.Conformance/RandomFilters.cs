using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

/// <summary>Runs with random attributes, and random filters over the few values that they have, so that each condition matches some of them.</summary>
public sealed class RandomFilters(int seed)
{
    private static readonly string[] Keywords = ["", "a", "ab", "b%", "B", "é", "\uFFFD", "🧾", "x'y", "long text"];
    private static readonly string[] Words = ["red", "Green", "blue", "7"];
    private static readonly (string Name, SearchAttributeType Type)[] Attributes =
    [
        ("K", SearchAttributeType.Keyword), ("I", SearchAttributeType.Int), ("D", SearchAttributeType.Double), ("B", SearchAttributeType.Bool),
        ("T", SearchAttributeType.Datetime), ("L", SearchAttributeType.KeywordList), ("X", SearchAttributeType.Text), ("Never", SearchAttributeType.Keyword),
        .. SystemSearchAttributes.OfRuns.Select(a => (a.Key, a.Value)).OrderBy(a => a.Key, StringComparer.Ordinal),
    ];

    private readonly Random _random = new(seed);

    /// <summary>The types that the filters name.</summary>
    public static SearchAttributeTypesByUse Types()
    {
        SearchAttributeTypesByUse types = new();
        foreach (var (name, type) in Attributes)
        {
            types.Admit("default", name, type);
        }

        return types;
    }

    /// <summary>The settlement of a random run.</summary>
    public RunSettlement Run(int second)
    {
        var run = new SampleRun(second) { WorkflowId = OneOf(Keywords), WorkflowType = OneOf("a", "B"), Namespace = _random.Next(10) == 0 ? "other" : "default" };
        var isClosed = _random.Next(2) == 0;
        var settlement = isClosed ? run.Closed(second + _random.Next(3), OneOf(WorkflowExecutionStatus.Completed, WorkflowExecutionStatus.Failed)) : run.Open();
        return settlement with
        {
            Info = settlement.Info with
            {
                ExecutionTime = _random.Next(2) == 0 ? null : SampleRun.At(second + _random.Next(2)),
                HistoryLength = _random.Next(4),
                HistorySizeBytes = _random.Next(4),
                StateTransitionCount = _random.Next(4),
                Parent = _random.Next(2) == 0 ? null : new ParentInfo("default", new WorkflowExecution(OneOf(Keywords), new SampleRun(_random.Next(9)).RunId), 7),
                Root = _random.Next(3) == 0 ? default : new WorkflowExecution(OneOf(Keywords), new SampleRun(_random.Next(9)).RunId),
                SearchAttributes = PayloadMap.Of([.. Attributes.Take(7).Where(_ => _random.Next(3) > 0).Select(a => KeyValuePair.Create(a.Name, SearchAttributePayload.Encode(Value(a.Type))))]),
            },
        };
    }

    /// <summary>The text of a random filter.</summary>
    public string Text(int depth = 3) => _random.Next(depth == 0 ? 1 : 5) switch
    {
        1 => $"({Text(depth - 1)} AND {Text(depth - 1)})",
        2 => $"({Text(depth - 1)} OR {Text(depth - 1)})",
        3 => $"NOT {Text(depth - 1)}",
        _ => Condition(),
    };

    private string Condition()
    {
        var (name, type) = OneOf(Attributes);
        var negation = OneOf(string.Empty, " NOT");
        var isOrdered = name != "ExecutionStatus" && type is SearchAttributeType.Keyword or SearchAttributeType.Int or SearchAttributeType.Double or SearchAttributeType.Datetime;
        return _random.Next(6) switch
        {
            0 => $"{name} IS{negation} NULL",
            1 when type != SearchAttributeType.Text => $"{name}{negation} IN ({string.Join(", ", Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Literal(name, type)))})",
            2 when name != "ExecutionStatus" && isOrdered => $"{name} {OneOf("<", "<=", ">", ">=")} {Literal(name, type)}",
            3 when name != "ExecutionStatus" && isOrdered => $"{name}{negation} BETWEEN {Literal(name, type)} AND {Literal(name, type)}",
            4 when name != "ExecutionStatus" && type == SearchAttributeType.Keyword => $"{name}{negation} STARTS_WITH {Literal(name, type)}",
            _ => $"{name} {OneOf("=", "!=")} {Literal(name, type)}",
        };
    }

    private SearchAttributeValue Value(SearchAttributeType type) => type switch
    {
        SearchAttributeType.Bool => SearchAttributeValue.OfBool(_random.Next(2) == 0),
        SearchAttributeType.Datetime => SearchAttributeValue.OfDatetime(SampleRun.At(_random.Next(5))),
        SearchAttributeType.Double => SearchAttributeValue.OfDouble(OneOf(-1.5, 0, -0.0, 1, 1e300)),
        SearchAttributeType.Int => SearchAttributeValue.OfInt(OneOf(long.MinValue, -1, 0, 1, long.MaxValue)),
        SearchAttributeType.KeywordList => SearchAttributeValue.OfKeywordList([.. Enumerable.Range(0, _random.Next(4)).Select(_ => OneOf(Keywords))]),
        SearchAttributeType.Text => SearchAttributeValue.OfText(OneOf(string.Empty, "!", $"{OneOf(Words)} {OneOf(Words)}, {OneOf(Words)}")),
        _ => SearchAttributeValue.OfKeyword(OneOf(Keywords)),
    };

    private string Literal(string name, SearchAttributeType type) => name switch
    {
        "ExecutionStatus" => OneOf("'Running'", "'Completed'", "3"),
        "RunId" or "ParentRunId" or "RootRunId" => $"'{new SampleRun(_random.Next(9)).RunId}'",
        "ExecutionDuration" => OneOf("0", "'1s'", "2000000000"),
        _ => type switch
        {
            SearchAttributeType.Text => $"'{OneOf(Words)} {OneOf(Words)}'",
            SearchAttributeType.Bool => OneOf("true", "false"),
            SearchAttributeType.Datetime => $"'{SampleRun.At(_random.Next(9)):yyyy-MM-ddTHH:mm:ssZ}'",
            SearchAttributeType.Double => OneOf("-1.5", "0", "1", "1e300"),
            SearchAttributeType.Int => OneOf(long.MinValue, -1L, 0L, 1L, 2L, long.MaxValue).ToString(CultureInfo.InvariantCulture),
            _ => $"'{OneOf(Keywords).Replace("'", "''", StringComparison.Ordinal)}'",
        },
    };

    private T OneOf<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
