using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Locking
{
    [Fact]
    public void A_semaphore_lets_in_who_waits_longest_and_forgets_who_gives_up()
    {
        using var run = Branch.Start("semaphore");
        Assert.Equal(["timer 1 1s"], run.Asked);
        run.Signal("SetLevel", 1).RunTask();
        Assert.Empty(run.Asked);
        run.FireTimer("1").RunTask();
        run.FireTimer("2").RunTask();
        run.FireTimer("3").RunTask();
        run.FireTimer("4").RunTask();
        Assert.Equal(["complete(\"in 1, in 3, in 4, in 5, 1 of 1, 0 wait\")"], run.Asked);
    }

    [Fact]
    public void A_wait_for_a_place_may_time_out_by_a_durable_timer()
    {
        using var run = Branch.Start("semaphore timeout");
        Assert.Equal(["timer 1 60s"], run.Asked);
        run.FireTimer().RunTask();
        Assert.Equal(["complete(\"False 1\")"], run.Asked);
    }

    [Fact]
    public void A_mutex_is_given_on_once_for_each_hold()
    {
        using var run = Branch.Start("mutex");
        run.FireTimer().RunTask();
        Assert.Equal(["complete(\"True True\")"], run.Asked);
    }

    [Fact]
    public void A_queue_keeps_order_and_lets_writers_wait_when_it_is_full()
    {
        using var run = Branch.Start("queue");
        run.Signal("Put", 1).Signal("Put", 2).Signal("Put", 3).Signal("Put", 4).RunTask();
        run.Signal("SetLevel", 1).RunTask();
        run.Signal("Put", 5).Signal("EndOfItems").RunTask();
        var result = Assert.IsType<CompleteWorkflowExecutionCommand>(run.Commands[0]).Result;
        var words = JsonDataConverter.Default.FromPayload<string>(result[0]).Split(", ");
        Assert.Equal(["put 1", "put 2"], words[..2]);
        Assert.Equal(["got 1", "got 2", "got 3", "got 4", "got 5"], words.Where(w => w.StartsWith("got", StringComparison.Ordinal)));
        Assert.Equal(["put 1", "put 2", "put 3", "put 4", "put 5"], words.Where(w => w.StartsWith("put", StringComparison.Ordinal)));
        Assert.Equal("15", words[^1]);
    }

    [Fact]
    public void A_semaphore_that_cannot_be_is_refused()
    {
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => new WorkflowSemaphore(2, 1)).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => new WorkflowSemaphore(1).Release()).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => new WorkflowQueue<int>(0)).Code);
    }
}
