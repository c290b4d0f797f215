namespace Holdfast.Simulation;

/// <summary>A way that a large text takes through a run.</summary>
public enum PayloadUse
{
    /// <summary>The result of an activity.</summary>
    Produce,

    /// <summary>The argument of an activity, and its result.</summary>
    Relay,

    /// <summary>The details of a heartbeat of an attempt that fails.</summary>
    Heartbeat,

    /// <summary>The details of a failure.</summary>
    Failure,

    /// <summary>The result of a local activity.</summary>
    Local,

    /// <summary>The argument and the result of a child.</summary>
    Child,

    /// <summary>The argument of a signal.</summary>
    Signal,

    /// <summary>The argument and the result of an update.</summary>
    Update,

    /// <summary>A blob that an activity makes and another reads.</summary>
    Blob,

    /// <summary>Nothing new for a while: what came before is kept meanwhile.</summary>
    Wait,

    /// <summary>The argument of the run that continues this one.</summary>
    ContinueAsNew,
}
