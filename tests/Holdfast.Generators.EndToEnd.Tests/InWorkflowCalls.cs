using Holdfast.Definitions;
using Holdfast.Generators.EndToEnd.Tests.Shop;

namespace Holdfast.Generators.EndToEnd.Tests;

public sealed class InWorkflowCalls
{
    [Fact]
    public async Task Activity_calls_of_every_awaitable_shape_are_scheduled()
    {
        var context = new RecordingContext();
        await context.RunAsync(async () =>
        {
            Assert.Null(await ShopActivities.ChargeAsync(new("o1", 1), CancellationToken.None));
            await ShopActivities.ShipAsync("c");
            Assert.Equal((0, null), await ShopActivities.Pair((object)1, (2, "b")));
            Assert.Equal(0, await new Mailer().SendAsync("a@b"));
        });
        Assert.Equal(
            ["""Activity Charge({"id":"o1","total":1})""", """Activity ship it("c", 7, 1, "NaN", [])""", "Activity Pair(1, {})", """Activity Send("a@b")"""],
            context.Scheduled);
    }

    [Fact]
    public async Task Base_calls_in_workflows_stay_plain()
    {
        var context = new RecordingContext();
        await context.RunAsync(async () => Assert.Equal("plain t", await new HtmlMailer().RenderPlainlyAsync("t")));
        Assert.Empty(context.Scheduled);
    }

    [Fact]
    public async Task Synchronous_activities_in_workflows_run_in_place()
    {
        var context = new RecordingContext();
        await context.RunAsync(() =>
        {
            Assert.Equal(3, ShopActivities.Add(1));
            return Task.CompletedTask;
        });
        Assert.Empty(context.Scheduled);
    }

    private sealed class RecordingContext : ActivitiesOnlyContext
    {
        private readonly List<string> _scheduled = [];

        public IReadOnlyList<string> Scheduled => _scheduled;

        public Task RunAsync(Func<Task> code)
        {
            Current = this;
            try
            {
                return code();
            }
            finally
            {
                Current = null;
            }
        }

        public override Task<TResult> ScheduleActivityAsync<TResult>(CapturedCall call, ActivityOptions? options)
        {
            _scheduled.Add(call.Describe());
            return Task.FromResult<TResult>(default!);
        }

        public override Task ScheduleActivityAsync(CapturedCall call, ActivityOptions? options)
        {
            _scheduled.Add(call.Describe());
            return Task.CompletedTask;
        }
    }
}
