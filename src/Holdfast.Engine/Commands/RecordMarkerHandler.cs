using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Writes down what only the worker understands.</summary>
internal static class RecordMarkerHandler
{
    internal static CommandFault? Validate(RecordMarkerCommand command, CommandBatch batch)
    {
        var problem = SizeRules.NameProblem("The marker's name", command.MarkerName, batch.Limits)
            ?? SizeRules.PayloadProblem($"The details of marker '{command.MarkerName}'", command.Details, command.Header, batch.Limits);
        return problem is null ? null : new(WorkflowTaskFailedCause.BadRecordMarkerAttributes, problem.Message);
    }

    internal static void Execute(RunState state, RecordMarkerCommand command, CommandContext context, RunStep step) => step.Record(state, new MarkerRecorded
    {
        MarkerName = command.MarkerName,
        Details = command.Details,
        WorkflowTaskCompletedEventId = context.CompletedEventId,
        Header = command.Header,
        Failure = command.Failure is { } failure ? FailureRules.Shortened(failure, step.Limits) : null,
    });
}
