using Holdfast.Protocol;

namespace Holdfast;

/// <content>Search attributes and memo.</content>
public static partial class Workflow
{
    /// <summary>The run's search attributes as they are now, changes of this code included.</summary>
    public static SearchAttributes SearchAttributes => WorkflowContext.Require().SearchAttributes;

    /// <summary>The run's memo as it is now, changes of this code included.</summary>
    public static PayloadMap Memo => WorkflowContext.Require().Memo;

    /// <summary>An entry of the run's memo; the type's default when there is none.</summary>
    /// <exception cref="HoldfastException">The entry cannot be read as the type: <see cref="ErrorCodes.ConversionFailed"/>.</exception>
    public static T? MemoValue<T>(string name)
    {
        var context = WorkflowContext.Require();
        return context.Memo.TryGetValue(name, out var payload) ? context.DataConverter.FromPayload<T>(payload) : default;
    }

    /// <summary>Changes the run's search attributes: <c>Workflow.UpsertSearchAttributes(Keys.Region.Set("eu"), Keys.Stage.Unset())</c>. Listing shows the change once the workflow task ends.</summary>
    /// <exception cref="HoldfastException">
    /// Nothing is given, or a value is too large or there are too many (<see cref="ErrorCodes.InvalidArgument"/>, <see cref="ErrorCodes.SearchAttributeLimitExceeded"/>).
    /// An attribute that is registered with another type fails the workflow task.
    /// </exception>
    public static void UpsertSearchAttributes(params IEnumerable<SearchAttributeUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        WorkflowContext.Require().UpsertSearchAttributes([.. updates]);
    }

    /// <summary>Changes the run's memo: <c>Workflow.UpsertMemo(MemoUpdate.Set("note", "paid"))</c>. Describing shows the change once the workflow task ends.</summary>
    /// <exception cref="HoldfastException">Nothing is given, or a value cannot be serialised (<see cref="ErrorCodes.InvalidArgument"/>, <see cref="ErrorCodes.ConversionFailed"/>).</exception>
    public static void UpsertMemo(params IEnumerable<MemoUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        WorkflowContext.Require().UpsertMemo([.. updates]);
    }
}
