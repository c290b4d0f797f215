namespace Holdfast.Protocol;

/// <summary>Stages of an update. Numbers are Temporal's.</summary>
public enum UpdateStage
{
    /// <summary>The engine has it; not durable.</summary>
    Admitted = 1,

    /// <summary>The validator let it in; durable.</summary>
    Accepted = 2,

    /// <summary>Its handler ended, or the validator refused it.</summary>
    Completed = 3,
}
