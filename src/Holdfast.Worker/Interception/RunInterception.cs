using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The interceptors around the code of one run.</summary>
internal sealed class RunInterception
{
    private readonly WorkflowRun _run;
    private readonly WorkflowInboundInterceptor _inbound;

    private RunInterception(WorkflowRun run, WorkflowInboundInterceptor inbound, WorkflowOutboundInterceptor outbound)
    {
        _run = run;
        _inbound = inbound;
        Outbound = outbound;
    }

    /// <summary>What the code's requests go through.</summary>
    public WorkflowOutboundInterceptor Outbound { get; }

    /// <summary>The interceptors around a run's code; null when none wants to be.</summary>
    public static RunInterception? Of(WorkflowRun run)
    {
        var active = ActiveInterceptors.Of(run.Settings.Interceptors);
        if (active.Count == 0)
        {
            return null;
        }

        var innermost = new InnermostWorkflowInbound(run);
        var chain = InterceptorChain.Around<IWorkerInterceptor, WorkflowInboundInterceptor>(active, innermost, static (i, next) => i.InterceptWorkflow(next));
        if (ReferenceEquals(chain, innermost))
        {
            return null;
        }

        chain.Init(new InnermostWorkflowOutbound(run));
        return new RunInterception(run, chain, innermost.Outbound ?? throw ActiveInterceptors.InitNotPassedOn(chain));
    }

    public Task<Payloads> ExecuteAsync(Payloads input) =>
        _inbound.ExecuteWorkflowAsync(new ExecuteWorkflowInput(_run.Definition, _run.Instance, Arguments(input), Headers(((WorkflowExecutionStarted)_run.Start!.Attributes).Header)));

    public Task HandleAsync(SignalDefinition handler, WorkflowExecutionSignaled signal) =>
        _inbound.HandleSignalAsync(new HandleSignalInput(signal.SignalName, handler, Arguments(signal.Input), Headers(signal.Header)));

    public void Validate(UpdateDefinition handler, UpdateRequest update) => _inbound.ValidateUpdate(InputOf(handler, update));

    public Task<Payloads> HandleAsync(UpdateDefinition handler, UpdateRequest update) => _inbound.HandleUpdateAsync(InputOf(handler, update));

    public Payloads Handle(QueryDefinition handler, WorkflowQuery query) =>
        _inbound.HandleQuery(new HandleQueryInput(query.QueryType, handler, Arguments(query.Arguments), Headers(query.Header)));

    private HandleUpdateInput InputOf(UpdateDefinition handler, UpdateRequest update) => new(update.Name, update.UpdateId, handler, Arguments(update.Input), Headers(update.Header));

    private RawArguments Arguments(Payloads payloads) => new(payloads, _run.Converters.Own);

    private PayloadMap Headers(PayloadMap header) => _run.Converters.Own.Decode(header, PayloadUse.Header);
}
