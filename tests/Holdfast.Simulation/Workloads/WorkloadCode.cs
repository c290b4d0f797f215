using Holdfast.Definitions;
using Holdfast.Worker;

namespace Holdfast.Simulation;

/// <summary>The workflows and activities of all workloads, as one version of the code has them.</summary>
internal static class WorkloadCode
{
    public static void Register(WorkerBuilder builder, World world, TimeProvider clock, WorldQueue? place)
    {
        var version = world.CodeVersion;
        builder
            .AddWorkflow(DefinitionOf<ProgramWorkflow>() with { Create = () => new ProgramWorkflow(version) })
            .AddWorkflow<EntityWorkflow>()
            .AddWorkflow<TransferWorkflow>()
            .AddWorkflow<ModelLoopWorkflow>()
            .AddWorkflow<TallyWorkflow>()
            .AddWorkflow<PayloadWorkflow>()
            .AddActivities(new PayloadActivities(world.Outside))
            .AddWorkflow<BranchWorkflow>()
            .AddWorkflow<BranchChildWorkflow>()
            .AddActivities(new ProgramActivities(world.Outside, clock))
            .AddWorkflow<LimitedWorkflow>()
            .AddWorkflow<QueuedWorkflow>()
            .AddWorkflow<RejectedWorkflow>()
            .AddWorkflow<ReplacedWorkflow>()
            .AddWorkflow<DebouncedWorkflow>()
            .AddActivities(new LimitedActivities(world.Outside, clock, place))
            .AddActivities(new JobActivities(world.Outside, clock))
            .AddActivities(new TransferActivities(world.Outside.Ledger))
            .AddActivities(new ModelLoopActivities(world.Outside.Bill));
        if (world.HasAgentLibrary)
        {
            AgentLibrary.Register(builder, world, clock);
        }
    }

    private static WorkflowDefinition DefinitionOf<T>() => DefinitionCatalog.Of(typeof(T).Assembly).Workflows.Single(w => w.DeclaringType == typeof(T));
}
