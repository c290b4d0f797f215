using Holdfast.Engine;

namespace Holdfast.Runtime;

/// <summary>An entry's place in a <see cref="WakeUpQueue"/>.</summary>
internal sealed class WakeUpSlot
{
    public const int NotQueued = -1;

    public int Index { get; set; } = NotQueued;

    public DateTimeOffset DueTime { get; set; }

    /// <summary>What the run is to be told when it is due.</summary>
    public RunTimer Timer { get; set; }
}
