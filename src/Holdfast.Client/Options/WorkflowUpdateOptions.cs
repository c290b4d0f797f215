namespace Holdfast;

/// <summary>How an update is sent.</summary>
public sealed record WorkflowUpdateOptions
{
    /// <summary>
    /// The update's ID, unique in the run: a second update with the same ID attaches to the first. Default: a new UUID for each call; give your own to make the
    /// update idempotent across crashes of the sender. 1 to 1,000 bytes of UTF-8.
    /// </summary>
    public string? UpdateId { get; init; }

    internal void Validate() => RequestText.RequireWhenGiven(UpdateId, "WorkflowUpdateOptions.UpdateId");
}
