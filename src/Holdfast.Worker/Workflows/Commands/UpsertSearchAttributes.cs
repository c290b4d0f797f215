using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Changes the run's search attributes.</summary>
internal sealed class UpsertSearchAttributes(UpsertWorkflowSearchAttributesCommand command) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        recorded.Attributes is UpsertWorkflowSearchAttributes upserted && upserted.SearchAttributes.Keys.SequenceEqual(command.SearchAttributes.Keys, StringComparer.Ordinal);

    public override string Describe() => $"changes the search attributes {string.Join(", ", command.SearchAttributes.Keys)}";

    protected override Command Build() => command;
}
