using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Gives IDs of new runs; the simulation gives them from its seed.</summary>
public interface IRunIdSource
{
    /// <summary>A run ID larger than every one given before; a UUID version 7 of the time given, as far as that allows.</summary>
    RunId Next(DateTimeOffset now);
}
