namespace Holdfast.Interception;

/// <summary>Attributes of spans.</summary>
public static class TracingTags
{
    /// <summary>The workflow ID.</summary>
    public const string WorkflowId = "holdfast.workflow.id";

    /// <summary>The run.</summary>
    public const string RunId = "holdfast.run.id";

    /// <summary>The activity's ID.</summary>
    public const string ActivityId = "holdfast.activity.id";

    /// <summary>The update's ID.</summary>
    public const string UpdateId = "holdfast.update.id";
}
