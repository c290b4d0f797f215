namespace Holdfast;

/// <summary>What happens when a run closes while the handler is under way.</summary>
public enum HandlerUnfinishedPolicy
{
    /// <summary>A warning is logged, and the handler is abandoned.</summary>
    WarnAndAbandon = 0,

    /// <summary>The handler is abandoned.</summary>
    Abandon = 1,
}
