using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class ListingTests
{
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5) };

    [Fact]
    public void Runs_in_memory_idle_ones_and_closed_ones_are_listed_once_each_as_they_are_now()
    {
        var engine = Engine();
        Start(engine, "idle", "Wait");
        Start(engine, "closed", "None");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        Start(engine, "hot", "Wait");
        Start(engine, "ended", "None");
        engine.WaitForClose("ended");

        Assert.Equal("ended:Completed hot:Running closed:Completed idle:Running", List(engine, string.Empty));
        Assert.Equal("hot:Running idle:Running", List(engine, "ExecutionStatus = 'Running'"));
        Assert.Equal("idle:Running closed:Completed hot:Running ended:Completed", List(engine, "ORDER BY StartTime ASC"));
        Assert.Equal("Completed 2, Running 2", Count(engine, "GROUP BY ExecutionStatus"));
    }

    [Fact]
    public void Children_are_found_by_their_parent_and_by_the_root_of_the_family_in_memory_and_settled()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker()
            .On("Root", static (_, history) => history.Any(static e => e.Type == EventType.StartChildWorkflowExecutionInitiated) ? ScriptedWorker.Completed() : ScriptedWorker.Completed(Child("Middle")))
            .On("Middle", static (_, history) => history.Any(static e => e.Type == EventType.StartChildWorkflowExecutionInitiated) ? ScriptedWorker.Completed() : ScriptedWorker.Completed(Child("Leaf")))
            .On("Leaf", static (_, _) => ScriptedWorker.Completed()));
        var root = Start(engine, "root", "Root");
        Start(engine, "alone", "Leaf");
        AssertFound();
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0, engine.Engine.RunsInMemory);
        AssertFound();

        void AssertFound()
        {
            Assert.Equal("Leaf-1:Running", List(engine, "ParentWorkflowId = 'Middle-1' AND ParentRunId IS NOT NULL"));
            Assert.Equal("Middle-1:Running", List(engine, $"ParentRunId = '{root}'"));
            Assert.Equal("Leaf-1:Running Middle-1:Running root:Running", List(engine, $"RootWorkflowId = 'root' AND RootRunId = '{root}'"));
            Assert.Equal("alone:Running root:Running", List(engine, "ParentWorkflowId IS NULL"));
            Assert.Equal("alone:Running Leaf-1:Running Middle-1:Running root:Running", List(engine, $"HistoryLength > 2 AND HistorySizeBytes > 100 AND StateTransitionCount > 0 AND TaskQueue = '{PumpedEngine.TaskQueue}'"));
        }
    }

    [Fact]
    public void What_the_store_holds_of_a_run_that_has_changed_since_is_not_listed()
    {
        var engine = Engine();
        Start(engine, "w", "Wait");
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal("w:Running", List(engine, "ExecutionStatus = 'Running' AND Stage = 'waiting'"));

        engine.Signal("w", "end");
        engine.WaitForClose("w");

        Assert.Equal(string.Empty, List(engine, "ExecutionStatus = 'Running'"));
        Assert.Equal("w:Completed", List(engine, "Stage = 'ended'"));
        Assert.Equal("Completed 1", Count(engine, "GROUP BY ExecutionStatus"));
        Assert.Equal(0, CountOf(engine, "ExecutionStatus = 'Running'").Count);
        engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal("w:Completed", List(engine, "Stage = 'ended' AND CloseTime IS NOT NULL"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ORDER BY StartTime ASC")]
    [InlineData("Stage IN ('ended', 'waiting') OR Stage IS NULL")]
    public void Runs_that_were_there_at_the_first_page_are_listed_once_though_others_start_close_and_settle_between_pages(string query)
    {
        var engine = Engine();
        HashSet<RunId> atFirst = [];
        for (var i = 0; i < 60; i++)
        {
            atFirst.Add(Start(engine, $"w{i}", i % 3 == 0 ? "None" : "Wait"));
            if (i % 20 == 0)
            {
                engine.Pass(TimeSpan.FromSeconds(7));
            }
        }

        Random random = new(5);
        List<RunId> listed = [];
        var request = new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace, Query = query, PageSize = 7 };
        do
        {
            var page = CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(request, CancellationToken.None));
            listed.AddRange(page.Executions.Select(e => e.Execution.RunId));
            request = request with { PageToken = page.NextPageToken };
            var turn = listed.Count;
            Start(engine, $"late{turn}", "None");
            for (var i = 0; i < 3 && turn < 60; i++)
            {
                SignalIfOpen(engine, $"w{random.Next(60)}");
            }

            engine.Pass(TimeSpan.FromSeconds(random.Next(8)));
        }
        while (request.PageToken is not null && listed.Count < 500);

        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Subset(listed.ToHashSet(), atFirst);
        Assert.Equal(query.Contains("ASC", StringComparison.Ordinal) ? listed.Order() : listed.OrderDescending(), listed);
    }

    [Fact]
    public void The_types_of_attributes_outlive_a_crash()
    {
        var engine = Engine();
        Start(engine, "w", "Wait");
        engine.Signal("w", "end");
        engine.WaitForClose("w");
        engine.Pass(TimeSpan.FromSeconds(10));
        engine.CrashAndRestart(3);
        Assert.Equal("w:Completed", List(engine, "Stage = 'ended'"));

        Start(engine, "x", "Wait");
        engine.Signal("x", "end");
        engine.WaitForClose("x");
        engine.CrashAndRestart(4);
        Assert.Equal("x:Completed w:Completed", List(engine, "Stage = 'ended'"));
    }

    [Fact]
    public void Runs_of_other_namespaces_are_neither_listed_nor_counted()
    {
        var engine = Engine();
        Start(engine, "w", "Wait");
        engine.Run(engine.Service.Namespaces.RegisterNamespaceAsync(new RegisterNamespaceRequest { Name = "other" }, CancellationToken.None));
        var other = new ListWorkflowExecutionsRequest { Namespace = "other" };

        Assert.Empty(CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(other, CancellationToken.None)).Executions);
        Assert.Equal(0, CallerQueue.Run(engine, () => engine.Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest("other", string.Empty), CancellationToken.None)).Count);
    }

    [Fact]
    public void Counts_are_grouped_by_an_attribute_and_runs_without_it_are_a_group()
    {
        var engine = Engine();
        Start(engine, "none", "None");
        for (var i = 0; i < 4; i++)
        {
            Start(engine, $"w{i}", "Wait");
            engine.Pass(TimeSpan.FromSeconds(3));
        }

        engine.Signal("w0", "end");
        engine.WaitForClose("w0");

        Assert.Equal("waiting 3, null 1, ended 1", Count(engine, "GROUP BY Stage"));
        Assert.Equal("waiting 3, ended 1", Count(engine, "WorkflowType = 'Wait' GROUP BY Stage"));
        Assert.Equal(5, CountOf(engine, "GROUP BY Stage").Count);
        Assert.Empty(CountOf(engine, string.Empty).Groups);
    }

    [Theory]
    [InlineData("Unknown = 'x'", null, "HF1043")]
    [InlineData("ExecutionStatus =", null, "HF1050")]
    [InlineData("GROUP BY ExecutionStatus", null, "HF1053")]
    [InlineData("", "damaged", "HF1054")]
    public void A_listing_that_cannot_be_made_is_refused(string query, string? token, string code)
    {
        var engine = Engine();
        var request = new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace, Query = query, PageToken = token };

        Assert.Equal(code, Assert.Throws<HoldfastException>(() => CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(request, CancellationToken.None))).Code.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void A_page_has_one_to_a_thousand_runs(int pageSize)
    {
        var engine = Engine();
        Start(engine, "w", "Wait");
        ListWorkflowExecutionsRequest page = new() { Namespace = PumpedEngine.Namespace, PageSize = pageSize };

        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(page, CancellationToken.None))).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(page with { Archived = true }, CancellationToken.None))).Code);
        Assert.Single(CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(page with { PageSize = Math.Clamp(pageSize, 1, 1_000) }, CancellationToken.None)).Executions);
    }

    [Fact]
    public void A_token_of_another_filter_is_refused()
    {
        var engine = Engine();
        Start(engine, "w", "Wait");
        Start(engine, "x", "Wait");
        var first = new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace, PageSize = 1 };
        var token = CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(first, CancellationToken.None)).NextPageToken;

        var error = Assert.Throws<HoldfastException>(() => CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(first with { PageToken = token, Query = "WorkflowType = 'Wait'" }, CancellationToken.None)));

        Assert.Equal(ErrorCodes.PageTokenInvalid, error.Code);
    }

    private static PumpedEngine Engine() => new(Options, new ScriptedWorker()
        .On("None", (_, _) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()))
        .On("Wait", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled)
            ? ScriptedWorker.Completed(Stage("ended"), new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed(Stage("waiting"))));

    private static StartChildWorkflowExecutionCommand Child(string workflowType) => new() { WorkflowId = $"{workflowType}-1", WorkflowType = workflowType };

    private static UpsertWorkflowSearchAttributesCommand Stage(string value) =>
        new() { SearchAttributes = PayloadMap.Of([new("Stage", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(value)))]) };

    private static RunId Start(PumpedEngine engine, string workflowId, string workflowType)
    {
        var runId = engine.StartWorkflow(workflowId, workflowType).RunId;
        engine.Settle();
        return runId;
    }

    private static void SignalIfOpen(PumpedEngine engine, string workflowId)
    {
        try
        {
            engine.Signal(workflowId, "end");
        }
        catch (HoldfastException error) when (error.Code == ErrorCodes.NotFound || error.Code == ErrorCodes.RunClosed)
        {
            return;
        }
    }

    private static string List(PumpedEngine engine, string query)
    {
        var page = CallerQueue.Run(engine, () => engine.Service.ListWorkflowExecutionsAsync(new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace, Query = query }, CancellationToken.None));
        return string.Join(' ', page.Executions.Select(e => $"{e.Execution.WorkflowId}:{e.Status}"));
    }

    private static CountWorkflowExecutionsResponse CountOf(PumpedEngine engine, string query) =>
        CallerQueue.Run(engine, () => engine.Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest(PumpedEngine.Namespace, query), CancellationToken.None));

    private static string Count(PumpedEngine engine, string query) => string.Join(", ", CountOf(engine, query).Groups.Select(g => $"{Text(g.Value)} {g.Count}"));

    private static string Text(Payload value) => SearchAttributePayload.TryDecode(value, SearchAttributeType.Keyword, out var decoded) ? decoded.String : "null";
}
