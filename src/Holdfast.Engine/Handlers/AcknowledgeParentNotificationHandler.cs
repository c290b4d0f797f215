using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The parent knows how this run ended; nothing is owed any more.</summary>
internal static class AcknowledgeParentNotificationHandler
{
    internal static void Handle(RunState state, RunStep step) => step.Record(state, new ParentNotified());
}
