using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Gives IDs of new runs; the simulation gives them from its seed.</summary>
public interface IRunIdSource
{
    /// <summary>A run ID larger than every one given before; a UUID version 7 of the time given, as far as that allows.</summary>
    RunId Next(DateTimeOffset now);

    /// <summary>Tells of an ID that was given in an earlier life: those given from now on are larger, also when the clock was set back meanwhile.</summary>
    void NoteTaken(RunId runId);
}
