using Holdfast.Definitions;
using Holdfast.Generators.EndToEnd.Tests.Shop;
using Holdfast.Protocol;

namespace Holdfast.Generators.EndToEnd.Tests;

public sealed class Registrations
{
    private static readonly AssemblyDefinitions Definitions = DefinitionCatalog.Of(typeof(Registrations).Assembly);

    [Fact]
    public void Every_workflow_and_activity_is_registered_by_name()
    {
        Assert.Equal(["CleanUp", "OrderWorkflow"], Definitions.Workflows.Select(w => w.Name));
        Assert.Equal(["Add", "Charge", "Pair", "Render", "RenderTwice", "Send", "TakeShapes", "TakeUnsupported", "Touch", "ship it"], Definitions.Activities.Select(a => a.Name));
    }

    [Fact]
    public void Activities_know_where_they_are_declared()
    {
        Assert.Equal((typeof(IMailer), true), (Activity("Send").DeclaringType, Activity("Send").NeedsInstance));
        Assert.Equal((typeof(ShopActivities), false), (Activity("Add").DeclaringType, Activity("Add").NeedsInstance));
        Assert.Equal(TimeSpan.FromDays(1), Activity("ship it").ScheduleToCloseTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), Activity("ship it").HeartbeatTimeout);
    }

    [Fact]
    public async Task Activity_invokers_read_arguments_and_convert_results()
    {
        Assert.Equal("3", await InvokeAsync("Add", null, 1));
        Assert.Equal("5", await InvokeAsync("Add", null, 1, 4));
        Assert.Equal("\"charged o1\"", await InvokeAsync("Charge", null, new Order("o1", 1)));
        Assert.Equal("3", await InvokeAsync("Send", new Mailer(), "a@b"));
        Assert.Equal("\"[plain t]\"", await InvokeAsync("Render", new HtmlMailer(), "t"));
    }

    [Fact]
    public async Task Activities_without_result_give_no_payload()
    {
        Assert.Equal("", await InvokeAsync("ship it", null, "c"));
        Assert.Equal("", await InvokeAsync("Touch", null, new Order("o1", 1)));
    }

    [Fact]
    public async Task Activity_invokers_pass_the_token()
    {
        var arguments = Arguments(new Order("o1", 1));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Activity("Charge").Invoke(null, arguments, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Missing_argument_is_a_coded_error()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Activity("Send").Invoke(new Mailer(), Arguments(), CancellationToken.None));
        Assert.Equal(ErrorCodes.ArgumentMissing, error.Code);
        Assert.Contains("'to'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflow_definitions_create_run_and_handle()
    {
        var workflow = Definitions.Workflows[1];
        Assert.Equal(["Approve", "IncreaseTwice", "raise"], workflow.Signals.Select(s => s.Name));
        Assert.Equal(["Status", "note"], workflow.Queries.Select(q => q.Name));
        Assert.Equal(["Clear", "SetNote"], workflow.Updates.Select(u => u.Name));

        var instance = workflow.Create!();
        Assert.Equal("\"charged o1 after 3\"", (await workflow.Invoke(instance, Arguments(new Order("o1", 1)))).ToString());
        Assert.Equal(Payloads.Empty, await workflow.Signals[0].Handle(instance, Arguments("me")));
        Assert.Equal("1", workflow.Queries[0].Handle(instance, Arguments()).ToString());
        Assert.Equal("\"ME\"", workflow.Queries[1].Handle(instance, Arguments(true)).ToString());
        await workflow.Signals[2].Handle(instance, Arguments());
        await workflow.Signals[2].Handle(instance, Arguments(new[] { 2, 3 }));
        Assert.Equal(5, ((OrderWorkflow)instance).PriorityRaises);
    }

    [Fact]
    public async Task Update_definitions_validate_and_handle()
    {
        var workflow = Definitions.Workflows[1];
        var instance = workflow.Create!();
        Assert.Null(workflow.Updates[0].Validate);
        Assert.Throws<ArgumentException>(() => workflow.Updates[1].Validate!(instance, Arguments("")));
        workflow.Updates[1].Validate!(instance, Arguments("fine"));
        Assert.Equal("4", (await workflow.Updates[1].Handle(instance, Arguments("fine"))).ToString());
        Assert.Equal("\"fine\"", workflow.Queries[1].Handle(instance, Arguments()).ToString());
    }

    [Fact]
    public async Task Static_workflows_need_no_instance()
    {
        var workflow = Definitions.Workflows[0];
        Assert.Null(workflow.Create);
        Assert.Equal(typeof(CleanupWorkflow), workflow.DeclaringType);
        Assert.Equal(Payloads.Empty, await workflow.Invoke(null, Arguments("2026-01-02T00:00:00+00:00", (int?)null)));
    }

    private static ActivityDefinition Activity(string name) => Definitions.Activities.Single(a => string.Equals(a.Name, name, StringComparison.Ordinal));

    private static async Task<string> InvokeAsync(string activity, object? instance, params object?[] arguments) =>
        (await Activity(activity).Invoke(instance, Arguments(arguments), CancellationToken.None)).ToString();

    private static InvocationArguments Arguments(params object?[] arguments) =>
        new(Payloads.Of([.. arguments.Select(JsonTestConverter.Instance.ToPayload)]), JsonTestConverter.Instance);
}
