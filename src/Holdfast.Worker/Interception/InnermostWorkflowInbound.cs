using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Where what comes in to a run's code arrives: the code itself.</summary>
internal sealed class InnermostWorkflowInbound(WorkflowRun run) : WorkflowInboundInterceptor
{
    /// <summary>What the code's requests go through; null before <see cref="Init"/>.</summary>
    public WorkflowOutboundInterceptor? Outbound { get; private set; }

    public override void Init(WorkflowOutboundInterceptor outbound) => Outbound = outbound;

    public override Task<Payloads> ExecuteWorkflowAsync(ExecuteWorkflowInput input) => input.Workflow.Invoke(input.Instance, Arguments(input.Arguments, run.Definition.Name));

    public override Task HandleSignalAsync(HandleSignalInput input) => input.Handler.Handle(run.Instance, Arguments(input.Arguments, input.Signal));

    public override void ValidateUpdate(HandleUpdateInput input) => input.Handler.Validate?.Invoke(run.Instance, Arguments(input.Arguments, input.Update));

    public override Task<Payloads> HandleUpdateAsync(HandleUpdateInput input) => input.Handler.Handle(run.Instance, Arguments(input.Arguments, input.Update));

    public override Payloads HandleQuery(HandleQueryInput input) => input.Handler.Handle(run.Instance, Arguments(input.Arguments, input.Query));

    private InvocationArguments Arguments(RawArguments arguments, string name) => new(arguments.Payloads, run.Converters.Own, name);
}
