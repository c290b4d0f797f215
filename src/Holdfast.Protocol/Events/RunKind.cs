namespace Holdfast.Protocol;

/// <summary>What a run executes.</summary>
public enum RunKind
{
    /// <summary>Workflow code.</summary>
    Workflow = 0,

    /// <summary>One activity that a client started; no workflow code.</summary>
    Activity = 1,
}
