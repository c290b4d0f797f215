using System.Diagnostics.CodeAnalysis;

namespace Holdfast;

/// <content>What library code asks for.</content>
public static partial class Workflow
{
    /// <summary>
    /// A clock for library code that takes a <see cref="System.TimeProvider"/>: its time is <see cref="UtcNow"/>, its local time zone is UTC, and its timers are
    /// durable timers, so that <c>Task.Delay(time, Workflow.TimeProvider)</c> and the like may be awaited.
    /// </summary>
    public static TimeProvider TimeProvider
    {
        get
        {
            WorkflowContext.Require();
            return WorkflowTimeProvider.Instance;
        }
    }

    /// <summary>Ways around determinism.</summary>
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "Workflow.Unsafe.IsReplaying reads as the warning that it is.")]
    public static class Unsafe
    {
        /// <summary>True while history is replayed. Code whose commands depend on it breaks its own replay; use it to leave out what only observes.</summary>
        public static bool IsReplaying => WorkflowContext.Require().IsReplaying;
    }
}
