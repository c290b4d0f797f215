using Holdfast.Definitions;
using Holdfast.Generators.EndToEnd.Tests.Shop;
using Holdfast.Protocol;

namespace Holdfast.Generators.EndToEnd.Tests;

public sealed class CapturedCalls
{
    private static readonly Order SomeOrder = new("o1", 9.5m);

    [Fact]
    public void Run_method_is_captured_with_its_optional_argument() =>
        Assert.Equal("""Workflow OrderWorkflow({"id":"o1","total":9.5}, 3)""", CallCapture.Read((OrderWorkflow w) => w.RunAsync(SomeOrder), CallKind.Workflow).Describe());

    [Fact]
    public void Static_workflow_is_captured() =>
        Assert.Equal("""Workflow CleanUp("2026-01-02T00:00:00+00:00", null)""", CallCapture.Read(() => CleanupWorkflow.CleanUpAsync(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), null), CallKind.Workflow).Describe());

    [Fact]
    public void Named_arguments_are_captured_in_parameter_order() =>
        Assert.Equal("""Workflow OrderWorkflow({"id":"o1","total":9.5}, 8)""", CallCapture.Read((OrderWorkflow w) => w.RunAsync(attempts: 8, order: SomeOrder), CallKind.Workflow).Describe());

    [Fact]
    public void Void_signal_with_params_is_captured_as_one_array() =>
        Assert.Equal("Signal raise([1,2,3])", CallCapture.Read<OrderWorkflow>(w => w.IncreasePriority(1, 2, 3), CallKind.Signal).Describe());

    [Fact]
    public void Signal_of_an_interface_is_captured_through_interface_and_class()
    {
        Assert.Equal("""Signal Approve("me")""", CallCapture.Read((IApprovable w) => w.ApproveAsync("me"), CallKind.Signal).Describe());
        Assert.Equal("""Signal Approve("me")""", CallCapture.Read((OrderWorkflow w) => w.ApproveAsync("me"), CallKind.Signal).Describe());
    }

    [Fact]
    public void Signal_that_returns_a_value_task_is_captured() =>
        Assert.Equal("Signal IncreaseTwice()", CallCapture.Read((OrderWorkflow w) => w.IncreaseTwiceAsync().AsTask(), CallKind.Signal).Describe());

    [Fact]
    public void Query_is_captured() => Assert.Equal("Query note(true)", CallCapture.Read((OrderWorkflow w) => w.Note(true), CallKind.Query).Describe());

    [Fact]
    public void Conditional_call_of_a_receiver_is_captured()
    {
        var workflow = new OrderWorkflow();
        Assert.Equal("Query note(true)", CallCapture.Read(() => workflow?.Note(true), CallKind.Query).Describe());
    }

    [Fact]
    public void Query_of_an_enum_is_captured() => Assert.Equal("Query Status()", CallCapture.Read((OrderWorkflow w) => w.Status(), CallKind.Query).Describe());

    [Fact]
    public void Update_is_captured() => Assert.Equal("""Update SetNote("x")""", CallCapture.Read((OrderWorkflow w) => w.SetNoteAsync("x"), CallKind.Update).Describe());

    [Fact]
    public void Async_lambda_is_captured() =>
        Assert.Equal("""Update SetNote("x")""", CallCapture.Read(async (OrderWorkflow w) => await w.SetNoteAsync("x"), CallKind.Update).Describe());

    [Fact]
    public void Conditional_call_of_a_null_receiver_is_not_captured() =>
        Assert.Equal(ErrorCodes.CallNotCaptured, Assert.Throws<HoldfastException>(() => CallCapture.Read((OrderWorkflow? w) => w?.Note(), CallKind.Query)).Code);

    [Fact]
    public void Activity_is_captured_without_its_token_and_with_its_options()
    {
        var call = CallCapture.Read(() => ShopActivities.ChargeAsync(SomeOrder, CancellationToken.None), CallKind.Activity);
        Assert.Equal("""Activity Charge({"id":"o1","total":9.5})""", call.Describe());
        Assert.Equal((TimeSpan.FromSeconds(30), null, null, 4), (call.Activity!.StartToCloseTimeout, call.Activity.ScheduleToCloseTimeout, call.Activity.HeartbeatTimeout, call.Activity.MaximumAttempts));
        Assert.Equal((typeof(ShopActivities), false), (call.Activity.DeclaringType, call.Activity.NeedsInstance));
    }

    [Fact]
    public void Activity_with_keyword_optional_and_params_parameters_is_captured() =>
        Assert.Equal("""Activity ship it("c", 7, 0, 1.5, ["a","b"])""", CallCapture.Read(() => ShopActivities.ShipAsync("c", tags: ["a", "b"], status: OrderStatus.Open, weight: 1.5), CallKind.Activity).Describe());

    [Fact]
    public void Activity_with_tuple_and_dynamic_parameters_is_captured() =>
        Assert.Equal("""Activity Pair(1, {})""", CallCapture.Read(() => ShopActivities.Pair((object)1, (2, null)), CallKind.Activity).Describe());

    [Fact]
    public void Synchronous_activities_are_captured()
    {
        Assert.Equal("Activity Add(1, 2)", CallCapture.Read(() => ShopActivities.Add(1), CallKind.Activity).Describe());
        Assert.Equal("""Activity Touch({"id":"o1","total":9.5})""", CallCapture.Read<Order>(_ => SomeOrder.Touch(), CallKind.Activity).Describe());
        Assert.Equal("""Activity Touch({"id":"o1","total":9.5})""", CallCapture.Read<Order>(_ => ShopActivities.Touch(SomeOrder), CallKind.Activity).Describe());
    }

    [Fact]
    public void Instance_activities_are_captured_with_a_null_receiver()
    {
        Assert.Equal("""Activity Send("a@b")""", CallCapture.Read((IMailer m) => m.SendAsync("a@b"), CallKind.Activity).Describe());
        Assert.Equal("""Activity Send("a@b")""", CallCapture.Read((Mailer m) => m.SendAsync("a@b"), CallKind.Activity).Describe());
        Assert.Equal("""Activity Send("a@b")""", CallCapture.Read((HtmlMailer m) => m.SendAsync("a@b"), CallKind.Activity).Describe());
        Assert.Equal("""Activity Render("t")""", CallCapture.Read((HtmlMailer m) => m.RenderAsync("t"), CallKind.Activity).Describe());
        Assert.Equal("""Activity Send("a@b")""", CaptureThrough<Mailer>().Describe());
    }

    [Fact]
    public void Calls_of_the_wrong_kind_are_refused() =>
        Assert.Equal(ErrorCodes.CallNotCaptured, Assert.Throws<HoldfastException>(() => CallCapture.Read((OrderWorkflow w) => w.Status(), CallKind.Update)).Code);

    private static CapturedCall CaptureThrough<T>()
        where T : class, IMailer => CallCapture.Read((T m) => m.SendAsync("a@b"), CallKind.Activity);
}
