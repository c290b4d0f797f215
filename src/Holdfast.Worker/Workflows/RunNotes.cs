using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A run's memo (as it is recorded) and search attributes, up to date with its code: those of the start, with every change that the code made since.</summary>
internal sealed class RunNotes
{
    public PayloadMap Memo { get; private set; } = PayloadMap.Empty;

    public SearchAttributes SearchAttributes { get; private set; } = SearchAttributes.Empty;

    public void Begin(WorkflowExecutionStarted started)
    {
        Memo = PayloadMapMerge.Apply(PayloadMap.Empty, started.Memo);
        SearchAttributes = SearchAttributes.FromPayloads(PayloadMapMerge.Apply(PayloadMap.Empty, started.SearchAttributes));
    }

    public void Change(SearchAttributes searchAttributes) => SearchAttributes = searchAttributes;

    public void Change(PayloadMap memo) => Memo = memo;
}
