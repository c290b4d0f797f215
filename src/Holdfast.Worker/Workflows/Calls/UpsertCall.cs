using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Changes search attributes and memo. The code sees its change at once; history shows it when the task has ended.</summary>
internal static class UpsertCall
{
    /// <summary>Size of a memo above which the log warns: 2 KiB.</summary>
    public const int MemoWarningBytes = 2 << 10;

    /// <summary>Largest memo: 2 MiB.</summary>
    public const int MaximumMemoBytes = 2 << 20;

    public static void SearchAttributes(WorkflowRun run, IReadOnlyList<SearchAttributeUpdate> updates)
    {
        run.RequireActing();
        Requirement.That(updates.Count > 0, "UpsertSearchAttributes is given no change.");
        var changed = run.Noted.SearchAttributes.With(updates);
        var changes = PayloadMap.Of(updates.Select(u => KeyValuePair.Create(u.Name, u.Payload)));
        run.Commands.Add(new UpsertSearchAttributes(new UpsertWorkflowSearchAttributesCommand { SearchAttributes = changes }));
        run.Noted.Change(changed);
    }

    public static void Memo(WorkflowRun run, IReadOnlyList<MemoUpdate> updates)
    {
        run.RequireActing();
        Requirement.That(updates.Count > 0, "UpsertMemo is given no change.");
        var changes = MemoUpdate.ToPayloads(updates, run.Converters.Own.For(PayloadUse.Memo));
        var changed = PayloadMapMerge.Apply(run.Noted.Memo, changes);
        CheckSize(run, changed);
        run.Commands.Add(new ModifyProperties(new ModifyWorkflowPropertiesCommand { UpsertedMemo = changes }));
        run.Noted.Change(changed);
    }

    private static void CheckSize(WorkflowRun run, PayloadMap memo)
    {
        var bytes = memo.Sum(e => (long)e.Key.Length + e.Value.Data.Length);
        if (bytes > MaximumMemoBytes)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"The workflow's memo would have {bytes} bytes; the limit is {MaximumMemoBytes}. Store large values elsewhere and note where.");
        }

        if (bytes > MemoWarningBytes && !run.Facts.IsReplaying)
        {
            WorkflowLog.LargeMemo(run.Settings.Logger, run.Definition.Name, run.Key.WorkflowId, run.RunId, bytes);
        }
    }
}
