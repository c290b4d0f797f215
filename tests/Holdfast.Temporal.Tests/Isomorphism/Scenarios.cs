using Holdfast.Temporal.Tests.Isomorphism.Twins;
using Holdfast.Testing;

namespace Holdfast.Temporal.Tests.Isomorphism;

/// <summary>What is done with each workflow that has a twin, up to the run whose history is exported.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Func<WorkflowEnvironment, Task<WorkflowHandle>>> All { get; } = new Dictionary<string, Func<WorkflowEnvironment, Task<WorkflowHandle>>>(StringComparer.Ordinal)
    {
        ["two activities in sequence"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => ActivityFlows.GreetTwoAsync("Ada", "Grace"))),
        ["an activity that is retried and one that is not"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => ActivityFlows.RetryAsync())),
        ["activities side by side"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => ActivityFlows.FanOutAsync(5))),
        ["timers"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => TimerFlows.CountDownAsync(3))),
        ["a timer that is canceled"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => TimerFlows.DeadlineAsync("Ada"))),
        ["continue-as-new"] = async e => await FirstRunAsync(await e.Client.StartWorkflowAsync(() => TimerFlows.ContinueAsync(2))),
        ["signals and a condition"] = VoteAsync,
        ["a condition that times out"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync((ApprovalWorkflow w) => w.RunAsync(2))),
        ["updates"] = FillCartAsync,
        ["children"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => ChildFlows.ParentAsync("family"))),
        ["a workflow that fails"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => ChildFlows.FailAsync())),
        ["cancellation and cleaning up"] = CancelAsync,
        ["cancellation of an activity"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => CancelFlows.CancelActivityAsync())),
        ["patches"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => PatchFlows.PatchedAsync(3))),
        ["search attributes and memo"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => NoteFlows.AnnotateAsync("eu"))),
        ["another workflow signaled and canceled"] = NudgeAsync,
        ["local activities"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => LocalFlows.MixAsync(3))),
        ["local activities that fail"] = async e => await EndedAsync(await e.Client.StartWorkflowAsync(() => LocalFlows.FailLocallyAsync())),
        ["a restart in the middle"] = RestartAsync,
    };

    private static async Task<WorkflowHandle> VoteAsync(WorkflowEnvironment environment)
    {
        var handle = await environment.Client.StartWorkflowAsync((ApprovalWorkflow w) => w.RunAsync(2));
        await handle.SignalAsync(w => w.VoteAsync("Ada"));
        Assert.Equal(1, await handle.QueryAsync(w => w.Votes()));
        await handle.SignalAsync(w => w.VoteAsync("Grace"));
        return await EndedAsync(handle);
    }

    private static async Task<WorkflowHandle> FillCartAsync(WorkflowEnvironment environment)
    {
        var handle = await environment.Client.StartWorkflowAsync((CartWorkflow w) => w.RunAsync());
        Assert.Equal(14, await handle.ExecuteUpdateAsync(w => w.AddAsync(7)));
        await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.AddAsync(-1)));
        Assert.Equal(20, await handle.ExecuteUpdateAsync(w => w.AddAsync(3)));
        await handle.ExecuteUpdateAsync(w => w.CheckOutAsync());
        return await EndedAsync(handle);
    }

    private static async Task<WorkflowHandle> CancelAsync(WorkflowEnvironment environment)
    {
        var handle = await environment.Client.StartWorkflowAsync(() => CancelFlows.CleanUpAsync("Ada"));
        await environment.DelayAsync(TimeSpan.FromDays(1));
        await handle.CancelAsync();
        return await EndedAsync(handle);
    }

    private static async Task<WorkflowHandle> NudgeAsync(WorkflowEnvironment environment)
    {
        var other = await environment.Client.StartWorkflowAsync((ApprovalWorkflow w) => w.RunAsync(2));
        return await EndedAsync(await environment.Client.StartWorkflowAsync(() => NeighbourFlows.NudgeAsync(other.Id)));
    }

    private static async Task<WorkflowHandle> RestartAsync(WorkflowEnvironment environment)
    {
        var handle = await environment.Client.StartWorkflowAsync(() => TimerFlows.CountDownAsync(2));
        await environment.DelayAsync(TimeSpan.FromHours(1));
        await environment.RestartAsync();
        return await EndedAsync(environment.Client.GetWorkflowHandle(handle.Id));
    }

    private static async Task<WorkflowHandle> EndedAsync(WorkflowHandle handle)
    {
        try
        {
            await handle.ResultAsync();
        }
        catch (WorkflowFailedException)
        {
            // A history of a run that failed is exported like any other.
        }

        return handle;
    }

    private static async Task<WorkflowHandle> FirstRunAsync(WorkflowHandle handle)
    {
        await handle.ResultAsync();
        return handle;
    }
}
