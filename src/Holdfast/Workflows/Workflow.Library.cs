using System.Diagnostics.CodeAnalysis;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>What library code asks for.</content>
public static partial class Workflow
{
    private const int MaximumDetailsBytes = 20_000;

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

    /// <summary>What the code tells people of where it is, in Markdown, at most 20,000 bytes; shown beside the run, and kept nowhere else. Default: empty.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> when it is longer; <see cref="ErrorCodes.ReadOnly"/> where code may only look.</exception>
    public static string CurrentDetails
    {
        get => WorkflowContext.Require().CurrentDetails;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var bytes = Encoding.UTF8.GetByteCount(value);
            if (bytes > MaximumDetailsBytes)
            {
                throw new HoldfastException(ErrorCodes.LimitExceeded, $"Current details of {bytes} bytes are longer than the {MaximumDetailsBytes} that are shown.");
            }

            WorkflowContext.Require().CurrentDetails = value;
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
