using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run's search attributes.</summary>
internal static class SearchAttributesFold
{
    internal static void Upserted(RunState state, UpsertWorkflowSearchAttributes upserted) =>
        state.SearchAttributes = PayloadMap.Of(state.SearchAttributes.Concat(upserted.SearchAttributes).Where(a => !IsRemoved(upserted, a.Key)));

    private static bool IsRemoved(UpsertWorkflowSearchAttributes upserted, string name) =>
        upserted.SearchAttributes.TryGetValue(name, out var value) && string.Equals(value.Encoding, Payload.NullEncoding, StringComparison.Ordinal);
}
