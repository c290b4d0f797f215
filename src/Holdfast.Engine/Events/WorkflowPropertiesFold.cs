using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run's memo.</summary>
internal static class WorkflowPropertiesFold
{
    internal static void Modified(RunState state, WorkflowPropertiesModified modified) =>
        state.Memo = PayloadMapMerge.Apply(state.Memo, modified.UpsertedMemo);
}
