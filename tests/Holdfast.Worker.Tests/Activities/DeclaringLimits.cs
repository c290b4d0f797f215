using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class DeclaringLimits
{
    [Fact]
    public void Limits_of_the_queue_that_contradict_one_another_are_refused_unless_the_worker_says_which_holds()
    {
        var builder = new WorkerBuilder().AddActivity(Declaring("One", 5)).AddActivity(Declaring("Another", 6));
        var refused = Assert.Throws<HoldfastException>(() => builder.TaskQueueLimits);
        Assert.Equal(ErrorCodes.DeclaredLimitsContradict, refused.Code);
        Assert.Contains("'One' and 'Another'", refused.Message, StringComparison.Ordinal);
        var given = new WorkerBuilder { Options = new WorkerOptions { TaskQueueLimits = new TaskQueueLimits { MaxConcurrentActivities = 7 } } }.AddActivity(Declaring("One", 5)).AddActivity(Declaring("Another", 6));
        Assert.Equal(7, given.TaskQueueLimits?.MaxConcurrentActivities);
    }

    [Fact]
    public void Limits_of_the_queue_that_agree_hold_once()
    {
        var builder = new WorkerBuilder().AddActivity(Declaring("One", 5)).AddActivity(Declaring("Another", 5)).AddActivity(ActivityBench.Activity("Free", static () => Task.FromResult(Payloads.Empty)));
        Assert.Equal(new TaskQueueLimits { MaxConcurrentActivities = 5 }, builder.TaskQueueLimits);
        Assert.Null(new WorkerBuilder().AddActivity(ActivityBench.Activity("Free", static () => Task.FromResult(Payloads.Empty))).TaskQueueLimits);
    }

    private static ActivityRegistration Declaring(string name, int most) => new()
    {
        Definition = new Definitions.ActivityDefinition
        {
            Name = name,
            DeclaringType = typeof(DeclaringLimits),
            NeedsInstance = false,
            Invoke = static (_, _, _) => Task.FromResult(Payloads.Empty),
            QueueLimits = new TaskQueueLimits { MaxConcurrentActivities = most },
        },
    };
}
