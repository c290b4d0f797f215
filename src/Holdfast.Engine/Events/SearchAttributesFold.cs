using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run's search attributes.</summary>
internal static class SearchAttributesFold
{
    internal static void Upserted(RunState state, UpsertWorkflowSearchAttributes upserted) =>
        state.SearchAttributes = PayloadMapMerge.Apply(state.SearchAttributes, upserted.SearchAttributes);
}
