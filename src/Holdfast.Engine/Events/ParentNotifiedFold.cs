using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The parent knows how this run ended.</summary>
internal static class ParentNotifiedFold
{
    internal static void Apply(RunState state)
    {
        Invariant.That(state.OwesParentNotification, "a parent that was told had to be");
        state.ParentNotified = true;
    }
}
