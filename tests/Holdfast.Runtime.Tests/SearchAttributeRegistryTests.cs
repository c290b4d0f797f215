using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class SearchAttributeRegistryTests
{
    private readonly PumpedEngine _engine = new(
        new EngineOptions { Owners = 2 },
        new ScriptedWorker().OnSequence("Short", 1).On("Waiting", static (_, _) => ScriptedWorker.Completed()).On("Upsert", (_, _) => ScriptedWorker.Completed(new UpsertWorkflowSearchAttributesCommand { SearchAttributes = Region("eu") }, new CompleteWorkflowExecutionCommand())));

    private INamespaceService Namespaces => _engine.Service.Namespaces;

    [Fact]
    public void Registered_attributes_are_listed_beside_those_that_runs_used_and_survive_a_crash()
    {
        Add("Stage", SearchAttributeType.Text);
        Start("w", Region("eu"));
        Add("Stage", SearchAttributeType.Text);
        _engine.CrashAndRestart(1);

        var listed = _engine.Run(Namespaces.ListSearchAttributesAsync(PumpedEngine.Namespace, CancellationToken.None));

        Assert.Equal(SearchAttributeType.Text, Assert.Single(listed.Registered).Value);
        Assert.Equal(["Region"], listed.Used.Keys);
        Assert.Equal(SearchAttributeType.Keyword, listed.System["WorkflowType"]);
        Add("Region", SearchAttributeType.Keyword);
        listed = _engine.Run(Namespaces.ListSearchAttributesAsync(PumpedEngine.Namespace, CancellationToken.None));
        Assert.Equal(["Region", "Stage"], listed.Registered.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(listed.Used);
    }

    [Fact]
    public void A_value_is_taken_as_the_type_that_is_registered()
    {
        Add("Notes", SearchAttributeType.Text);
        Start("w", PayloadMap.Of([new("Notes", new Payload("json/plain", "\"handle with care\""u8.ToArray()))]));

        Assert.Equal(1, Count("Notes = 'care'"));
        Assert.Equal(ErrorCodes.SearchAttributeTypeConflict, Refused(() => Start("v", PayloadMap.Of([new("Notes", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(1)))]))));
    }

    [Fact]
    public void Where_only_registered_attributes_are_allowed_another_is_refused_with_the_names_of_those()
    {
        Start("before", Region("eu"));
        Add("Stage", SearchAttributeType.Keyword);
        OnlyRegistered(true);
        _engine.CrashAndRestart(1);

        var refused = Assert.Throws<HoldfastException>(() => Start("w", PayloadMap.Of([new("Stge", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword("packed")))])));

        Assert.Equal(ErrorCodes.SearchAttributeUnknown, refused.Code);
        Assert.Contains("Stage", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.SearchAttributeUnknown, Refused(() => Start("w", Region("eu"))));
        Assert.Equal(1, Count("Region = 'eu'"));
        _engine.StartWorkflow("upsert", "Upsert");
        _engine.Settle();
        Assert.Contains(_engine.History("upsert"), e => e.Type == EventType.WorkflowTaskFailed);
        OnlyRegistered(false);
        Assert.Equal(EventType.WorkflowExecutionCompleted, _engine.WaitForClose("upsert").Type);
    }

    [Fact]
    public void A_removed_attribute_can_be_neither_set_nor_asked_for_until_it_is_added_again_perhaps_with_another_type()
    {
        Start("w", Region("eu"));
        Remove("Region");
        _engine.CrashAndRestart(1);

        Assert.Equal(ErrorCodes.SearchAttributeUnknown, Refused(() => Start("v", Region("us"))));
        Assert.Equal(ErrorCodes.SearchAttributeUnknown, Refused(() => Count("Region = 'eu'")));
        Assert.Equal(ErrorCodes.SearchAttributeUnknown, Refused(() => Remove("Region")));

        Add("Region", SearchAttributeType.Int);
        Start("x", PayloadMap.Of([new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(7)))]));
        Assert.Equal(1, Count("Region = 7"));
        _engine.CrashAndRestart(2);
        Assert.Equal(1, Count("Region >= 7"));
    }

    [Fact]
    public void An_attribute_is_not_registered_with_another_type_than_it_has()
    {
        Start("w", Region("eu"));

        Assert.Equal(ErrorCodes.SearchAttributeTypeConflict, Refused(() => Add("Region", SearchAttributeType.Int)));
        Assert.Equal(ErrorCodes.SearchAttributeInvalid, Refused(() => Add("WorkflowType", SearchAttributeType.Keyword)));
        Assert.Equal(ErrorCodes.SearchAttributeInvalid, Refused(() => Add("Stage", SearchAttributeType.Unspecified)));
        Assert.Equal(ErrorCodes.SearchAttributeUnknown, Refused(() => Remove("WorkflowType")));
    }

    [Fact]
    public void A_start_that_is_refused_makes_no_attribute_known()
    {
        _engine.StartWorkflow("open", "Waiting");
        _engine.Run(_engine.Service.UpdateTaskQueueConfigAsync(new UpdateTaskQueueConfigRequest(PumpedEngine.Namespace, PumpedEngine.TaskQueue, new TaskQueueLimits { WorkflowStarts = new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected } }), CancellationToken.None));
        _engine.StartWorkflow("limited", "Waiting");
        var region = SearchAttributePayload.Encode(SearchAttributeValue.OfInt(1));

        Refused(() => Start("invalid", PayloadMap.Of([new("Region", region), new("Zone", new Payload("json/plain", "{}"u8.ToArray()))])));
        Assert.Equal(ErrorCodes.WorkflowAlreadyStarted, Refused(() => Start("open", PayloadMap.Of([new("Region", region)]))));
        Assert.Equal(ErrorCodes.StartLimitReached, Refused(() => Start("beyond", PayloadMap.Of([new("Region", region)]))));

        var listed = _engine.Run(Namespaces.ListSearchAttributesAsync(PumpedEngine.Namespace, CancellationToken.None));
        Assert.Empty(listed.Used);
        _engine.Run(_engine.Service.TerminateWorkflowExecutionAsync(new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("limited", default) }, CancellationToken.None));
        _engine.Settle();
        Start("beyond", Region("eu"));
        Assert.Equal(1, Count("Region = 'eu'"));
    }

    [Theory]
    [InlineData(SearchAttributeType.Bool, 20)]
    [InlineData(SearchAttributeType.Datetime, 20)]
    [InlineData(SearchAttributeType.Double, 20)]
    [InlineData(SearchAttributeType.Int, 20)]
    [InlineData(SearchAttributeType.Keyword, 40)]
    [InlineData(SearchAttributeType.KeywordList, 5)]
    [InlineData(SearchAttributeType.Text, 5)]
    public void A_namespace_has_at_most_so_many_registered_attributes_of_a_type(SearchAttributeType type, int most)
    {
        Add("OfAnotherType", type == SearchAttributeType.Text ? SearchAttributeType.Int : SearchAttributeType.Text);
        for (var i = 0; i < most; i++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"Notes{i}"), type);
        }

        Assert.Equal(ErrorCodes.SearchAttributeLimitExceeded, Refused(() => Add("Another", type)));
        Remove("Notes0");
        Add("Another", type);
    }

    private static PayloadMap Region(string region) => PayloadMap.Of([new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(region)))]);

    private static ErrorCode Refused(Action call) => Assert.ThrowsAny<HoldfastException>(call).Code;

    private void Add(string name, SearchAttributeType type) =>
        _engine.Run(Namespaces.AddSearchAttributesAsync(PumpedEngine.Namespace, new Dictionary<string, SearchAttributeType> { [name] = type }, CancellationToken.None));

    private void Remove(string name) => _engine.Run(Namespaces.RemoveSearchAttributesAsync(PumpedEngine.Namespace, [name], CancellationToken.None));

    private void OnlyRegistered(bool isStrict) =>
        _engine.Run(Namespaces.UpdateNamespaceAsync(new UpdateNamespaceRequest { Name = PumpedEngine.Namespace, RegisteredSearchAttributesOnly = isStrict }, CancellationToken.None));

    private void Start(string workflowId, PayloadMap attributes) => _engine.StartWorkflow(workflowId, "Short", r => r with { SearchAttributes = attributes });

    private long Count(string filter) => CallerQueue.Run(_engine, () => _engine.Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest(PumpedEngine.Namespace, filter), CancellationToken.None)).Count;
}
