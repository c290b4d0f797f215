using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How somebody outside names an activity attempt.</summary>
public abstract record ActivityAddress
{
    private ActivityAddress()
    {
    }

    /// <summary>The workflow that scheduled the activity.</summary>
    public abstract string WorkflowId { get; }

    /// <summary>By itself: a report about any other attempt is refused.</summary>
    /// <param name="Activity">The attempt.</param>
    public sealed record OfAttempt(ActivityRef Activity) : ActivityAddress
    {
        /// <inheritdoc/>
        public override string WorkflowId => Activity.Workflow.WorkflowId;
    }

    /// <summary>By the ID of an activity that a client started: whichever attempt is under way.</summary>
    /// <param name="ActivityId">The activity's ID.</param>
    /// <param name="RunId">The one run meant; none for the newest.</param>
    public sealed record OfStandaloneId(string ActivityId, RunId RunId) : ActivityAddress
    {
        /// <inheritdoc/>
        public override string WorkflowId => StandaloneActivity.WorkflowIdOf(ActivityId);
    }

    /// <summary>By the activity's ID: whichever attempt is under way.</summary>
    /// <param name="Execution">The workflow that scheduled it, and the one run meant.</param>
    /// <param name="ActivityId">The activity's ID.</param>
    public sealed record OfId(WorkflowExecution Execution, string ActivityId) : ActivityAddress
    {
        /// <inheritdoc/>
        public override string WorkflowId => Execution.WorkflowId;
    }
}
