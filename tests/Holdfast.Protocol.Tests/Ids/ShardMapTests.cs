namespace Holdfast.Protocol.Tests;

public sealed class ShardMapTests
{
    // Stored data is placed by these numbers. They were computed apart from the code under test and may never change.
    [Theory]
    [InlineData("default", "order-1", 1443)]
    [InlineData("default", "order-2", 2458)]
    [InlineData("", "", 2707)]
    [InlineData("default", "", 3551)]
    [InlineData("", "default", 1805)]
    [InlineData("a", "b/c", 3152)]
    [InlineData("prod", "Ünïcødé-語", 2524)]
    public void The_shard_of_a_workflow_never_changes(string @namespace, string workflowId, int shard) =>
        Assert.Equal(shard, ShardMap.ShardOf(new WorkflowKey(@namespace, workflowId)));

    [Fact]
    public void Workflow_IDs_of_any_length_have_a_shard() =>
        Assert.Equal(1888, ShardMap.ShardOf(new WorkflowKey("default", new string('x', 1000))));

    [Fact]
    public void The_number_of_shards_never_changes() => Assert.Equal(4096, ShardMap.ShardCount);

    [Fact]
    public void Numbered_workflow_IDs_spread_over_the_shards()
    {
        const int WorkflowsPerShard = 16;
        var counts = new int[ShardMap.ShardCount];
        for (var i = 0; i < ShardMap.ShardCount * WorkflowsPerShard; i++)
        {
            counts[ShardMap.ShardOf(new WorkflowKey("default", $"order-{i}"))]++;
        }

        Assert.InRange(counts.Max(), WorkflowsPerShard, 4 * WorkflowsPerShard);
        Assert.InRange(counts.Count(c => c == 0), 0, ShardMap.ShardCount / 100);
    }
}
