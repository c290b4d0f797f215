using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Answers a query from the run's state as its last task left it.</summary>
internal static class QueryRoutine
{
    public static WorkflowTaskResult Answer(WorkflowRun run, WorkflowQuery query)
    {
        WorkflowTaskResult answer = null!;
        run.Context.Enter(asked => answer = Ask((WorkflowRun)asked!, query), run);
        return answer is WorkflowTaskResult.QueryAnswered answered ? Measured(run, query, answered) : answer;
    }

    /// <summary>An answer stays inline whatever its size; one that is too large is none.</summary>
    private static WorkflowTaskResult Measured(WorkflowRun run, WorkflowQuery query, WorkflowTaskResult.QueryAnswered answered)
    {
        try
        {
            run.Settings.InlineSizes.Require(answered.Result, static q => $"The answer to query '{q.query.QueryType}' of workflow '{q.run.Definition.Name}' (ID {q.run.Key.WorkflowId})", (query, run));
            return answered;
        }
        catch (PayloadTooLargeException exception)
        {
            return Failed(run, exception);
        }
    }

    private static WorkflowTaskResult.QueryFailed Failed(WorkflowRun run, Exception exception) => new(FailureConverter.ToFailure(exception, run.Converters.Own));

    private static WorkflowTaskResult Ask(WorkflowRun run, WorkflowQuery query)
    {
        try
        {
            if (BuiltInQueries.Answer(run, query.QueryType) is { } answer)
            {
                return new WorkflowTaskResult.QueryAnswered(answer);
            }

            var definition = run.Registry.Queries.Find(query.QueryType)
                ?? throw HandlerErrors.NotRegistered("query", query.QueryType, run.Definition.Name, run.Registry.Queries.All.Select(q => q.Name));
            var arguments = new InvocationArguments(query.Arguments, run.Converters.Own, query.QueryType);
            return new WorkflowTaskResult.QueryAnswered(run.LookOnly(() => run.Interception is { } interception ? interception.Handle(definition, query) : definition.Handle(run.Instance, arguments)));
        }
        catch (Exception exception)
        {
            return Failed(run, exception);
        }
    }
}
