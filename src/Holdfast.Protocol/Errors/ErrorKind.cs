namespace Holdfast.Protocol;

/// <summary>Whose error it is: the thousands of an <see cref="ErrorCode"/>.</summary>
public enum ErrorKind
{
    /// <summary>No kind; never used by a code.</summary>
    None = 0,

    /// <summary>The caller asked for something that is wrong or not possible.</summary>
    Caller = 1,

    /// <summary>The world failed: disk, store, network, a limit reached by load.</summary>
    World = 2,

    /// <summary>User code (a workflow, activity, tool or model) failed or broke a rule.</summary>
    UserCode = 3,

    /// <summary>An invariant of Holdfast broke.</summary>
    Invariant = 9,
}
