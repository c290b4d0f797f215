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
    public void Until_everything_is_known_nothing_is_denied()
    {
        KnownWorkflows known = new();
        Assert.True(known.MayHave(Workflow("default", 1)));
        known.Complete();
        Assert.False(known.MayHave(Workflow("default", 1)));
    }

    private static WorkflowKey Workflow(string @namespace, int number) => new(@namespace, $"order {number}");
}
