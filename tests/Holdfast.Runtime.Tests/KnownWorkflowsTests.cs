using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class KnownWorkflowsTests
{
    private const int Workflows = 100_000;

    [Fact]
    public void What_was_added_is_never_denied()
    {
        KnownWorkflows known = new();
        for (var i = 0; i < Workflows; i++)
        {
            known.Add(Workflow("default", i));
            if (i == Workflows / 3)
            {
                known.Complete();
            }
        }

        Assert.All(Enumerable.Range(0, Workflows), i => Assert.True(known.MayHave(Workflow("default", i))));
    }

    [Fact]
    public void Few_others_are_affirmed()
    {
        KnownWorkflows known = new();
        for (var i = 0; i < Workflows; i++)
        {
            known.Add(Workflow("default", i));
        }

        known.Complete();
        Assert.InRange(Enumerable.Range(0, Workflows).Count(i => known.MayHave(Workflow("other", i))), 0, Workflows / 50);
    }

    [Fact]
    public void Which_others_are_affirmed_is_the_same_in_every_process()
    {
        KnownWorkflows known = new();
        for (var i = 0; i < Workflows; i++)
        {
            known.Add(Workflow("default", i));
        }

        known.Complete();
        Assert.Equal([161, 338, 563, 975, 1068], Enumerable.Range(0, Workflows).Where(i => known.MayHave(Workflow("other", i))).Take(5));
    }

    [Fact]
    public void Until_everything_is_known_nothing_is_denied()
    {
        KnownWorkflows known = new();
        Assert.True(known.MayHave(Workflow("default", 1)));
        known.Complete();
        Assert.False(known.MayHave(Workflow("default", 1)));
    }

    [Fact]
    public void Memory_follows_what_the_store_has_and_not_what_it_ever_had()
    {
        const int Kept = 20_000;
        KnownWorkflows known = new(leastBeforeRenewal: Kept);
        known.Complete();
        long most = 0;
        for (var i = 0; i < 50 * Kept; i++)
        {
            known.Add(Workflow("default", i));
            if (known.IsRenewalDue)
            {
                ReadThrough(known, first: Math.Max(0, i - Kept), last: i);
            }

            most = Math.Max(most, known.Bytes);
        }

        Assert.InRange(most, 1, 8 * 4 * Kept);
        Assert.False(known.MayHave(Workflow("default", 0)));
        Assert.All(Enumerable.Range(49 * Kept, Kept), i => Assert.True(known.MayHave(Workflow("default", i))));
    }

    [Fact]
    public void What_is_added_while_the_store_is_read_again_is_known_before_and_after()
    {
        KnownWorkflows known = new();
        known.Complete();
        known.Add(Workflow("default", 1));
        known.BeginRenewal([Workflow("default", 2)]);
        known.Add(Workflow("default", 3));
        Assert.True(known.MayHave(Workflow("default", 1)));
        Assert.True(known.MayHave(Workflow("default", 3)));

        known.Complete();

        Assert.False(known.MayHave(Workflow("default", 1)));
        Assert.True(known.MayHave(Workflow("default", 2)));
        Assert.True(known.MayHave(Workflow("default", 3)));
    }

    [Fact]
    public void The_store_is_read_again_also_when_reading_it_never_came_to_an_end()
    {
        KnownWorkflows known = new(leastBeforeRenewal: 10);
        Assert.False(known.IsRenewalDue);
        for (var i = 0; i < 10; i++)
        {
            known.Add(Workflow("default", i));
        }

        Assert.True(known.IsRenewalDue);
    }

    private static void ReadThrough(KnownWorkflows known, int first, int last)
    {
        known.BeginRenewal([]);
        for (var i = first; i <= last; i++)
        {
            known.AddRead(Workflow("default", i));
        }

        known.Complete();
    }

    private static WorkflowKey Workflow(string @namespace, int number) => new(@namespace, $"order {number}");
}
