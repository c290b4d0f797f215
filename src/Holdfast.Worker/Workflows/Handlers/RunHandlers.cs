using Holdfast.Definitions;

namespace Holdfast.Worker;

/// <summary>The handlers of a run, made when the first message comes.</summary>
internal sealed class RunHandlers(WorkflowRun run) : IHandlerRegistry
{
    public HandlerSet<SignalDefinition> Signals => field ??= new HandlerSet<SignalDefinition>(run.Definition.Signals);

    public HandlerSet<QueryDefinition> Queries => field ??= new HandlerSet<QueryDefinition>(run.Definition.Queries);

    public HandlerSet<UpdateDefinition> Updates => field ??= new HandlerSet<UpdateDefinition>(run.Definition.Updates);

    /// <summary>True when a message can reach the code.</summary>
    public bool TakesMessages => Signals.All.Count > 0 || Updates.All.Count > 0;

    public void Set(HandlerDefinition handler)
    {
        run.RequireActing();
        switch (handler)
        {
            case SignalDefinition signal:
                Signals.Set(signal);
                run.Signals.HandlerSet();
                break;
            case QueryDefinition query:
                Queries.Set(query);
                break;
            default:
                Updates.Set((UpdateDefinition)handler);
                break;
        }
    }

    public void Remove(CallKind kind, string? name)
    {
        run.RequireActing();
        switch (kind)
        {
            case CallKind.Signal:
                Signals.Remove(name);
                break;
            case CallKind.Query:
                Queries.Remove(name);
                break;
            default:
                Updates.Remove(name);
                break;
        }
    }
}
