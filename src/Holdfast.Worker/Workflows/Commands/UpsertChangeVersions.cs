using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Lists the run's patches in its search attributes. It belongs to the patch's marker; where it was too long, or patches have gone from the code, history may differ.</summary>
internal sealed class UpsertChangeVersions(PayloadMap attribute) : OutgoingCommand
{
    public override bool MayBeMissing => true;

    public override bool Matches(HistoryEvent recorded) => ChangeVersions.IsUpsert(recorded);

    public override string Describe() => "lists its patches in the search attributes";

    protected override Command Build() => new UpsertWorkflowSearchAttributesCommand { SearchAttributes = attribute };
}
