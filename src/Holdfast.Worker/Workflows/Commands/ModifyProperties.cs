using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Changes the run's memo.</summary>
internal sealed class ModifyProperties(ModifyWorkflowPropertiesCommand command) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) =>
        recorded.Attributes is WorkflowPropertiesModified modified && modified.UpsertedMemo.Keys.SequenceEqual(command.UpsertedMemo.Keys, StringComparer.Ordinal);

    public override string Describe() => $"changes the memo's entries {string.Join(", ", command.UpsertedMemo.Keys)}";

    protected override Command Build() => command;
}
