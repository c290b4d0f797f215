using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Storage.Tests.Filters;

public sealed class ListFilterTests
{
    private static readonly WorkflowExecutionInfo Run = new()
    {
        Namespace = "default",
        Execution = new WorkflowExecution("order-7", new RunId(Guid.Parse("019ca6b1-dfe8-7000-8000-000000000000"))),
        WorkflowType = "Order",
        TaskQueue = "orders",
        Status = WorkflowExecutionStatus.Completed,
        StartTime = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        CloseTime = new DateTimeOffset(2026, 3, 1, 13, 30, 0, TimeSpan.Zero),
        HistoryLength = 12,
        SearchAttributes = PayloadMap.Of(
        [
            new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword("it's \"eu\"\n"))),
            new("Amount", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(-5))),
            new("Weight", SearchAttributePayload.Encode(SearchAttributeValue.OfDouble(2.5))),
            new("Paid", SearchAttributePayload.Encode(SearchAttributeValue.OfBool(true))),
            new("Due", SearchAttributePayload.Encode(SearchAttributeValue.OfDatetime(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)))),
            new("Tags", SearchAttributePayload.Encode(SearchAttributeValue.OfKeywordList(["red", "round"]))),
            new("Note", SearchAttributePayload.Encode(SearchAttributeValue.OfText("Fragile: handle with care"))),
        ]),
    };

    private static readonly SearchAttributeTypesByUse Types = KnownTypes();

    [Theory]
    [InlineData("WorkflowId = 'order-7'")]
    [InlineData("workflowid = 'order-7' OR WorkflowId = 'order-7'", "HF1043")]
    [InlineData("`WorkflowId` STARTS_WITH \"order-\"")]
    [InlineData("WorkflowId not starts_with 'x'")]
    [InlineData("RunId = '019ca6b1-dfe8-7000-8000-000000000000'")]
    [InlineData("ExecutionStatus = 'Completed' and ExecutionStatus IN (2, 'Failed') AND ExecutionStatus != 'Running'")]
    [InlineData("ExecutionDuration = '1h30m' AND ExecutionDuration = '01:30:00' AND ExecutionDuration = 5400000000000 AND ExecutionDuration < '1.51h'")]
    [InlineData("StartTime = '2026-03-01T12:00:00Z' AND StartTime = '2026-03-01T13:00:00+01:00' AND StartTime < 1800000000000000000")]
    [InlineData("CloseTime BETWEEN '2026-03-01T13:30:00Z' AND '2026-03-01T13:30:00Z' AND ExecutionTime = '2026-03-01T12:00:00Z'")]
    [InlineData("Region = 'it''s \"eu\"\\n' AND Region = \"it's \\\"eu\\\"\\n\" AND Region > 'a' AND Region < 'j'")]
    [InlineData("Amount = -5 AND Amount BETWEEN -5 AND -5 AND Amount NOT IN (1, 2) AND Amount <> 5 AND HistoryLength >= 12")]
    [InlineData("Weight = 2.5 AND Weight > 25e-1", "no")]
    [InlineData("Weight = 2.5 AND Weight >= 25e-1 AND Weight < 3")]
    [InlineData("Paid = true AND Paid != FALSE AND Paid = 'true'")]
    [InlineData("Tags = 'red' AND Tags IN ('blue', 'round') AND Tags != 'blue' AND Tags NOT IN ('re', 'Red')")]
    [InlineData("Note = 'FRAGILE' AND Note = 'nothing care' AND Note != 'car' AND Note IS NOT NULL")]
    [InlineData("Absent IS NULL AND ParentWorkflowId IS NULL AND NOT Region IS NULL")]
    [InlineData("Absent != 'x' OR NOT Absent = 'x' OR Absent NOT IN ('x') OR Absent > 'a'", "no")]
    [InlineData("Absent = 'x' OR Paid = true")]
    [InlineData("Paid = false AND Paid = true OR Paid = true")]
    [InlineData("Paid = false AND (Paid = true OR Paid = true)", "no")]
    [InlineData("NOT Paid = false AND Paid = true")]
    [InlineData("NOT (Paid = false OR Paid = true)", "no")]
    [InlineData("")]
    [InlineData("  ORDER BY StartTime")]
    public void A_condition_is_answered_as_in_SQL(string text, string expected = "yes") => Assert.Equal(expected, Answer(text));

    [Theory]
    [InlineData("TaskQueue = 'orders' AND WorkflowType = 'Order' AND WorkflowType NOT IN ('order', 'Ord')")]
    [InlineData("HistorySizeBytes = 4096 AND HistorySizeBytes BETWEEN 4096 AND 4097 AND HistorySizeBytes != 12")]
    [InlineData("StateTransitionCount > 6 AND StateTransitionCount < 8")]
    [InlineData("ParentWorkflowId = 'cart-1' AND ParentRunId = '019ca6b1-dfe8-7000-8000-000000000001'")]
    [InlineData("RootWorkflowId = 'shop-1' AND RootRunId = '019ca6b1-dfe8-7000-8000-000000000002'")]
    [InlineData("ExecutionTime = '2026-03-01T12:30:00Z' AND ExecutionDuration = '1h'")]
    [InlineData("TemporalReportedProblems = 'cause=WorkflowTaskFailed' AND TemporalPauseInfo IS NULL")]
    public void Every_attribute_of_the_system_is_the_runs_own(string text) => Assert.True(FilterEvaluator.IsSatisfied(
        Parse(text).Condition,
        Run with
        {
            HistorySizeBytes = 4_096,
            StateTransitionCount = 7,
            ExecutionTime = Run.StartTime.AddMinutes(30),
            Parent = new ParentInfo("default", new WorkflowExecution("cart-1", new RunId(Guid.Parse("019ca6b1-dfe8-7000-8000-000000000001"))), 5),
            Root = new WorkflowExecution("shop-1", new RunId(Guid.Parse("019ca6b1-dfe8-7000-8000-000000000002"))),
            SearchAttributes = PayloadMap.Of([new(SystemSearchAttributes.TemporalReportedProblems, SearchAttributePayload.Encode(SearchAttributeValue.OfKeywordList(["category=WorkflowTaskFailed", "cause=WorkflowTaskFailed"])))]),
        }));

    [Theory]
    [InlineData("ExecutionStatus = ", "HF1050", 19, "the end stands where a value")]
    [InlineData("ExecutionStatus 'Running'", "HF1050", 17, "'Running' stands where an operator")]
    [InlineData("= 'x'", "HF1050", 1, "'=' stands where the name of a search attribute")]
    [InlineData("WorkflowId = 'x' Region = 'y'", "HF1050", 18, "'Region' stands where AND, OR or the end")]
    [InlineData("(WorkflowId = 'x'", "HF1050", 18, "the end stands where AND, OR or a closing parenthesis")]
    [InlineData("WorkflowId = 'x", "HF1050", 14, "the quote ' is not closed")]
    [InlineData("WorkflowId = x", "HF1050", 14, "'x' stands where a value")]
    [InlineData("WorkflowId IN 'x'", "HF1050", 15, "'x' stands where an opening parenthesis")]
    [InlineData("WorkflowId IN ('x' 'y')", "HF1050", 20, "'y' stands where a comma")]
    [InlineData("Amount BETWEEN 1 OR 2", "HF1050", 18, "'OR' stands where AND and the upper bound")]
    [InlineData("WorkflowId NOT = 'x'", "HF1050", 16, "'=' stands where BETWEEN, IN or STARTS_WITH")]
    [InlineData("WorkflowId IS 'x'", "HF1050", 15, "'x' stands where NULL or NOT NULL")]
    [InlineData("Amount = 1; DROP TABLE runs", "HF1050", 11, "';' means nothing here")]
    [InlineData("ORDER StartTime", "HF1050", 7, "'StartTime' stands where BY")]
    [InlineData("Absent2 = 'x'", "HF1043", 1, "no search attribute 'Absent2'")]
    [InlineData("Paid = true AND region = 'x'", "HF1043", 17, "compared with case")]
    [InlineData("Amount = 'x'", "HF1052", 10, "'x' is no value of Amount; use a whole number")]
    [InlineData("Amount = 9223372036854775808", "HF1052", 10, "use a whole number")]
    [InlineData("WorkflowId = 5", "HF1052", 14, "use a text in quotes")]
    [InlineData("StartTime > 'yesterday'", "HF1052", 13, "2026-03-01T12:00:00Z")]
    [InlineData("ExecutionStatus = 'completed'", "HF1052", 19, "one of Running, Completed")]
    [InlineData("ExecutionStatus > 'Running'", "HF1052", 17, "ExecutionStatus is a status and knows =, != and IN")]
    [InlineData("Paid < true", "HF1052", 6, "Paid is of type Bool")]
    [InlineData("Note > 'a'", "HF1052", 6, "look for words")]
    [InlineData("Note IN ('a')", "HF1052", 6, "look for words")]
    [InlineData("Note = '!'", "HF1052", 8, "has no word")]
    [InlineData("Tags BETWEEN 'a' AND 'b'", "HF1052", 6, "look for elements")]
    [InlineData("Amount STARTS_WITH '1'", "HF1052", 8, "STARTS_WITH is for Keyword")]
    [InlineData("ExecutionDuration > 'long'", "HF1052", 21, "'1h30m'")]
    [InlineData("ORDER BY CloseTime", "HF1053", 10, "only by StartTime")]
    [InlineData("GROUP BY Tags", "HF1053", 10, "cannot be grouped by")]
    [InlineData("GROUP BY StartTime", "HF1053", 10, "cannot be grouped by")]
    [InlineData("GROUP BY RunId", "HF1053", 10, "cannot be grouped by")]
    public void What_is_wrong_is_told_with_its_place(string text, string code, int position, string message)
    {
        var error = Assert.Throws<HoldfastException>(() => Parse(text));

        Assert.Equal(code, error.Code.ToString());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"at character {position}: "), error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_are_bounded_in_length_conditions_values_and_depth()
    {
        AssertTooLarge(new string(' ', ListFilter.MaximumChars + 1), "16385 characters");
        AssertTooLarge(string.Join(" OR ", Enumerable.Repeat("Amount = 1", ListFilter.MaximumConditions + 1)), "more than 200 conditions");
        AssertTooLarge($"Amount IN ({string.Join(',', Enumerable.Repeat("1", ListFilter.MaximumValues + 1))})", "more than 1000 values");
        AssertTooLarge(new string('(', ListFilter.MaximumDepth + 1), "deeper than 20");
        AssertTooLarge(string.Concat(Enumerable.Repeat("NOT ", ListFilter.MaximumDepth + 1)), "deeper than 20");
    }

    [Fact]
    public void A_text_that_is_not_Unicode_is_refused() => // not among the rows above: the test runner mends such texts
        Assert.Contains("not valid Unicode", Assert.Throws<HoldfastException>(() => Parse("WorkflowId = '\uD800'")).Message, StringComparison.Ordinal);

    [Fact]
    public void Order_and_group_are_read()
    {
        Assert.True(Parse("ORDER BY StartTime ASC").IsAscending);
        Assert.True(Parse("Paid = true order by StartTime").IsAscending);
        Assert.False(Parse("ORDER BY StartTime DESC").IsAscending);
        Assert.Equal(new FilterAttribute("Region", SearchAttributeType.Keyword), Parse("Amount > 1 GROUP BY Region").GroupBy);
    }

    [Fact]
    public void Texts_are_compared_by_code_point_as_databases_do()
    {
        Assert.True(Utf8Order.Compare("\uFFFD", "🧾") < 0);
        Assert.True(Utf8Order.Compare("a", "ab") < 0);
        Assert.Equal(0, Utf8Order.Compare("ab", "ab"));
    }

    [Fact]
    public void Reading_any_text_gives_a_filter_or_an_error_with_a_code()
    {
        string[] parts = ["Amount", "Region", "=", "!=", "'x'", "\"", "1", "-", "IN", "(", ")", ",", "AND", "OR", "NOT", "IS", "NULL", "BETWEEN", "ORDER", "BY", "StartTime", "GROUP", "`", "\\", "\uD800", "true", " "];
        Random random = new(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : string.Empty, Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.True(Record.Exception(() => Parse(text)) is null or HoldfastException, text);
        }
    }

    private static void AssertTooLarge(string text, string message)
    {
        var error = Assert.Throws<HoldfastException>(() => Parse(text));
        Assert.Equal(ErrorCodes.ListFilterTooLarge, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static string Answer(string text)
    {
        try
        {
            return FilterEvaluator.IsSatisfied(Parse(text).Condition, Run) ? "yes" : "no";
        }
        catch (HoldfastException error)
        {
            return error.Code.ToString();
        }
    }

    private static ListFilter Parse(string text) => ListFilter.Parse(text, "default", Types);

    private static SearchAttributeTypesByUse KnownTypes()
    {
        SearchAttributeTypesByUse types = new();
        types.Admit("default", "Absent", SearchAttributeType.Keyword);
        foreach (var (name, payload) in Run.SearchAttributes)
        {
            types.Admit("default", name, SearchAttributePayload.TypeOf(payload));
        }

        return types;
    }
}
