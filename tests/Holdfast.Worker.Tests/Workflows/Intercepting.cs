using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Intercepting
{
    private static WorkflowTaskHandlerOptions With(params IWorkerInterceptor[] interceptors) => new() { Interceptors = interceptors };

    [Fact]
    public void An_interceptor_whose_Init_does_not_call_the_base_fails_the_task_and_says_so()
    {
        using var run = RunDriver.Create((OrderWorkflow w) => w.RunAsync("o1"), With(new Made(static next => new Forgetful(next))));
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.Contains("base.Init", failed.Failure.Message, StringComparison.Ordinal);
        run.ChecksReplay = false;
    }

    [Fact]
    public void An_interceptor_that_is_null_fails_the_task_and_says_so()
    {
        using var run = RunDriver.Create((OrderWorkflow w) => w.RunAsync("o1"), With(new Made(static _ => null!)));
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.StartsWith("HF1000", failed.Failure.Message, StringComparison.Ordinal);
        run.ChecksReplay = false;
    }

    [Fact]
    public void An_idle_interceptor_is_left_out()
    {
        Made idle = new(static _ => throw new InvalidOperationException("asked")) { IsIdle = true };
        using var run = RunDriver.Start((OrderWorkflow w) => w.RunAsync("o1"), With(idle));
        Assert.Single(run.Asked);
    }

    [Fact]
    public void Code_that_nobody_intercepts_has_no_interceptors_around_it()
    {
        var asked = 0;
        using var run = RunDriver.Start((OrderWorkflow w) => w.RunAsync("o1"), With(new Made(next =>
        {
            asked++;
            return next;
        })));
        run.CompleteActivity("Charge", "r1").RunTask();
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Headers_of_the_start_are_in_the_info_and_an_interceptor_can_send_them_on()
    {
        using var run = RunDriver.Create((OrderWorkflow w) => w.RunAsync("o1"), With(new Made(static next => new Passing(next))));
        run.RunTask();
        var scheduled = Assert.IsType<ScheduleActivityTaskCommand>(run.Commands[0]);
        Assert.Equal("1", scheduled.Header["headers of the start"].ToString());
    }

    private sealed class Made(Func<WorkflowInboundInterceptor, WorkflowInboundInterceptor> make) : IWorkerInterceptor
    {
        public bool IsIdle { get; init; }

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => make(next);
    }

    private sealed class Forgetful(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        public override void Init(WorkflowOutboundInterceptor outbound)
        {
            // calls nothing
        }
    }

    private sealed class Passing(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new PassingOn(outbound));
    }

    private sealed class PassingOn(WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
    {
        public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) =>
            base.ScheduleActivityAsync<TResult>(input with { Headers = input.Headers.With("headers of the start", JsonDataConverter.Default.ToPayload(Workflow.Info.Headers.Count + 1)) });
    }
}
