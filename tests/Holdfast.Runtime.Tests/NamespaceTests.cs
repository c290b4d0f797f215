using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class NamespaceTests
{
    private const string Shop = "shop";
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5) };
    private readonly PumpedEngine _engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));

    private INamespaceService Namespaces => _engine.Service.Namespaces;

    [Fact]
    public void The_default_namespace_always_exists()
    {
        Assert.Equal([NamespaceRules.Default], Names());
        Assert.Equal(TimeSpan.FromDays(30), _engine.Run(Namespaces.DescribeNamespaceAsync(NamespaceRules.Default, CancellationToken.None)).Retention);
        AssertRefused(ErrorCodes.InvalidArgument, () => Namespaces.DeleteNamespaceAsync(NamespaceRules.Default, CancellationToken.None));
        AssertRefused(ErrorCodes.InvalidArgument, () => Namespaces.DeprecateNamespaceAsync(NamespaceRules.Default, CancellationToken.None));
    }

    [Fact]
    public void A_namespace_is_registered_described_and_changed_over_crashes()
    {
        Register(new RegisterNamespaceRequest { Name = Shop, Description = "sales", OwnerEmail = "ada@example.org", Data = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } });
        AssertRefused(ErrorCodes.NamespaceAlreadyExists, () => Namespaces.RegisterNamespaceAsync(new RegisterNamespaceRequest { Name = Shop }, CancellationToken.None));
        _engine.CrashAndRestart(1);
        Assert.Equal(TimeSpan.FromHours(72), Describe().Retention);

        _engine.Run(Namespaces.UpdateNamespaceAsync(new UpdateNamespaceRequest { Name = Shop, Data = new Dictionary<string, string> { ["b"] = "3" }, Retention = TimeSpan.FromHours(2) }, CancellationToken.None));
        _engine.CrashAndRestart(2);

        var described = Describe();
        Assert.Equal((TimeSpan.FromHours(2), "sales", "ada@example.org"), (described.Retention, described.Info.Description, described.Info.OwnerEmail));
        Assert.Equal(["a=1", "b=3"], described.Info.Data.Select(e => $"{e.Key}={e.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(["default", Shop], Names());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-shop")]
    [InlineData("my shop")]
    [InlineData("räume")]
    [InlineData("holdfast-system")]
    public void Names_have_rules(string name) =>
        AssertRefused(ErrorCodes.InvalidArgument, () => Namespaces.RegisterNamespaceAsync(new RegisterNamespaceRequest { Name = name }, CancellationToken.None));

    [Fact]
    public void Settings_have_limits()
    {
        AssertRefused(ErrorCodes.InvalidArgument, () => Namespaces.RegisterNamespaceAsync(new RegisterNamespaceRequest { Name = Shop, Retention = TimeSpan.FromMinutes(59) }, CancellationToken.None));
        AssertRefused(ErrorCodes.InvalidArgument, () => Namespaces.RegisterNamespaceAsync(new RegisterNamespaceRequest { Name = Shop, Retention = TimeSpan.FromDays(36_501) }, CancellationToken.None));
        AssertRefused(ErrorCodes.LimitExceeded, () => Namespaces.RegisterNamespaceAsync(new RegisterNamespaceRequest { Name = Shop, Description = new string('x', 4_001) }, CancellationToken.None));
        Assert.Equal([NamespaceRules.Default], Names());
    }

    [Fact]
    public void Whatever_names_a_namespace_that_is_not_registered_is_told_how_to_register_it()
    {
        WorkflowExecution execution = new("w", default);
        AssertRefused(ErrorCodes.NamespaceUnknown, () => StartAsync("w"));
        AssertRefused(ErrorCodes.NamespaceUnknown, () => _engine.Service.ListWorkflowExecutionsAsync(new ListWorkflowExecutionsRequest { Namespace = Shop }, CancellationToken.None));
        AssertRefused(ErrorCodes.NamespaceUnknown, () => _engine.Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest(Shop, string.Empty), CancellationToken.None));
        AssertRefused(ErrorCodes.NamespaceUnknown, () => _engine.Service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(Shop, execution), CancellationToken.None));
        AssertRefused(ErrorCodes.NamespaceUnknown, () => _engine.Service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(Shop, "queue"), CancellationToken.None));
        AssertRefused(ErrorCodes.NamespaceUnknown, () => Namespaces.UpdateNamespaceAsync(new UpdateNamespaceRequest { Name = Shop }, CancellationToken.None));
        AssertRefused(ErrorCodes.NamespaceUnknown, () => Namespaces.DeleteNamespaceAsync(Shop, CancellationToken.None));
        var refused = Assert.Throws<HoldfastException>(() => _engine.Engine.RegisterWorker(new ScriptedWorker().Registration with { Namespace = Shop }));
        Assert.Contains("holdfast namespace create shop", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_register_namespaces()
    {
        PumpedEngine other = new(Options with { Namespaces = [Shop, NamespaceRules.Default] });

        Assert.Equal(["default", Shop], other.Run(other.Service.Namespaces.ListNamespacesAsync(CancellationToken.None)).Select(n => n.Info.Name));
        Assert.Equal(TimeSpan.FromDays(30), other.Run(other.Service.Namespaces.DescribeNamespaceAsync(Shop, CancellationToken.None)).Retention);
    }

    [Fact]
    public void Each_namespace_has_its_own_retention()
    {
        Register(new RegisterNamespaceRequest { Name = Shop, Retention = TimeSpan.FromHours(1) });
        _engine.Run(StartAsync("w"));
        _engine.Run(_engine.Service.TerminateWorkflowExecutionAsync(new TerminateWorkflowExecutionRequest { Namespace = Shop, Execution = new WorkflowExecution("w", default) }, CancellationToken.None));
        _engine.StartWorkflow("w", "Short");
        _engine.WaitForClose("w");
        _engine.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(1, CountShop());

        _engine.Time.Advance(TimeSpan.FromHours(2));
        _engine.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(0, CountShop());
        Assert.Equal(EventType.WorkflowExecutionCompleted, _engine.WaitForClose("w").Type);
    }

    [Fact]
    public void In_a_deprecated_namespace_what_runs_goes_on_and_nothing_starts()
    {
        Register(new RegisterNamespaceRequest { Name = Shop });
        _engine.Run(StartAsync("w"));

        _engine.Run(Namespaces.DeprecateNamespaceAsync(Shop, CancellationToken.None));
        _engine.CrashAndRestart(1);

        AssertRefused(ErrorCodes.NamespaceDeprecated, () => StartAsync("v"));
        AssertRefused(ErrorCodes.NamespaceDeprecated, () => _engine.Service.SignalWithStartWorkflowExecutionAsync(
            new SignalWithStartWorkflowExecutionRequest { Start = StartRequest("v"), SignalName = "go" },
            CancellationToken.None));
        _engine.Run(_engine.Service.SignalWorkflowExecutionAsync(new SignalWorkflowExecutionRequest { Namespace = Shop, Execution = new WorkflowExecution("w", default), SignalName = "go", RequestId = "1" }, CancellationToken.None));
        Assert.Equal(NamespaceState.Deprecated, Describe().Info.State);
        ScriptedWorker shop = new ScriptedWorker()
            .On("Short", static (_, history) => history[0].Attributes is WorkflowExecutionStarted { ContinuedExecutionRunId: { } before } && before != RunId.None
                ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
                : history.Any(static e => e.Type == EventType.WorkflowExecutionSignaled) ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand()) : ScriptedWorker.Completed());
        _engine.Engine.RegisterWorker(shop.Registration with { Namespace = Shop });
        _engine.Settle();
        Assert.Equal((1, 1, 0), (CountShop("ExecutionStatus = 'ContinuedAsNew'"), CountShop("ExecutionStatus = 'Completed'"), CountShop("ExecutionStatus = 'Running'")));
    }

    [Fact]
    public void A_namespace_is_deleted_with_its_runs_in_memory_and_settled_and_can_be_registered_anew()
    {
        Register(new RegisterNamespaceRequest { Name = Shop });
        var id = Describe().Info.Id;
        for (var i = 0; i < 5; i++)
        {
            _engine.Run(StartAsync($"settled-{i}"));
        }

        _engine.Pass(TimeSpan.FromSeconds(10));
        _engine.Run(StartAsync("open"));
        _engine.StartWorkflow("kept", "Short");

        CallerQueue.Run(_engine, async () =>
        {
            await Namespaces.DeleteNamespaceAsync(Shop, CancellationToken.None);
            return true;
        });

        Assert.Equal([NamespaceRules.Default], Names());
        _engine.CrashAndRestart(1);
        Assert.Equal([NamespaceRules.Default], Names());
        Register(new RegisterNamespaceRequest { Name = Shop });
        Assert.Equal(0, CountShop());
        Assert.NotEqual(id, Describe().Info.Id);
        Assert.Equal(EventType.WorkflowExecutionCompleted, _engine.WaitForClose("kept").Type);
    }

    [Fact]
    public void A_deletion_that_a_crash_cuts_short_goes_on_at_the_next_start()
    {
        Register(new RegisterNamespaceRequest { Name = Shop });
        _engine.Run(StartAsync("open"));
        _ = Namespaces.DeleteNamespaceAsync(Shop, CancellationToken.None);
        AssertRefused(ErrorCodes.NamespaceDeleted, () => StartAsync("more"));
        AssertRefused(ErrorCodes.NamespaceAlreadyExists, () => Namespaces.RegisterNamespaceAsync(new RegisterNamespaceRequest { Name = Shop }, CancellationToken.None));

        _engine.CrashAndRestart(1);
        _engine.Settle();

        Assert.Equal([NamespaceRules.Default], Names());
        Register(new RegisterNamespaceRequest { Name = Shop });
        Assert.Equal(0, CountShop());
    }

    private void Register(RegisterNamespaceRequest request) => _engine.Run(Namespaces.RegisterNamespaceAsync(request, CancellationToken.None));

    private NamespaceDescription Describe() => _engine.Run(Namespaces.DescribeNamespaceAsync(Shop, CancellationToken.None));

    private IEnumerable<string> Names() => _engine.Run(Namespaces.ListNamespacesAsync(CancellationToken.None)).Select(n => n.Info.Name);

    private long CountShop(string filter = "") => CallerQueue.Run(_engine, () => _engine.Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest(Shop, filter), CancellationToken.None)).Count;

    private Task<StartWorkflowExecutionResponse> StartAsync(string workflowId) => _engine.Service.StartWorkflowExecutionAsync(StartRequest(workflowId), CancellationToken.None);

    private static StartWorkflowExecutionRequest StartRequest(string workflowId) =>
        new() { Namespace = Shop, WorkflowId = workflowId, WorkflowType = "Short", TaskQueue = PumpedEngine.TaskQueue, RequestId = Guid.NewGuid().ToString() };

    private void AssertRefused(ErrorCode code, Func<Task> call) => Assert.Equal(code, Assert.Throws<HoldfastException>(() => _engine.Run(call())).Code);
}
