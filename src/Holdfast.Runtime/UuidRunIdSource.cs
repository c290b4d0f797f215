using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Run IDs from the system's random source: UUID version 7 of the time given.</summary>
public sealed class UuidRunIdSource : IRunIdSource
{
    /// <inheritdoc/>
    public RunId Next(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
