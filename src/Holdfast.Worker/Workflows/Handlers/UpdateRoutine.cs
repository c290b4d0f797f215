using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Validates an update, accepts or rejects it, and runs its handler. During replay it was accepted before, and is not validated again.</summary>
internal static class UpdateRoutine
{
    public static async Task RunAsync(WorkflowRun run, UpdateRequest update)
    {
        var arguments = new InvocationArguments(update.Input, run.Converters.Own, update.Name);
        if (Find(run, update) is not { } definition || (!run.Facts.IsReplaying && !Validate(run, update, definition, arguments)))
        {
            return;
        }

        run.Commands.Add(new AcceptUpdate(update));
        var handling = run.Handlers.Enter($"update {update.Name} (ID {update.UpdateId})", definition.UnfinishedPolicy);
        try
        {
            var result = await (run.Interception is { } interception ? interception.HandleAsync(definition, update) : definition.Handle(run.Instance, arguments));
            run.Commands.Add(new CompleteUpdate(update, result, null));
        }
        catch (Exception exception) when (FailsUpdate(run, exception))
        {
            run.Commands.Add(new CompleteUpdate(update, null, FailureConverter.ToFailure(exception, run.Converters.Own)));
        }
        catch (Exception exception)
        {
            run.FailTask(exception);
        }
        finally
        {
            run.Handlers.Leave(handling);
        }
    }

    private static UpdateDefinition? Find(WorkflowRun run, UpdateRequest update)
    {
        var found = run.Registry.Updates.Find(update.Name);
        if (found is null)
        {
            Refuse(run, update, HandlerErrors.NotRegistered("update", update.Name, run.Definition.Name, run.Registry.Updates.All.Select(u => u.Name)));
        }

        return found;
    }

    private static bool Validate(WorkflowRun run, UpdateRequest update, UpdateDefinition definition, InvocationArguments arguments)
    {
        if (definition.Validate is null && run.Interception is null)
        {
            return true;
        }

        try
        {
            return run.LookOnly(() =>
            {
                Validate();
                return true;
            });
        }
        catch (Exception exception)
        {
            Refuse(run, update, exception);
            return false;
        }

        void Validate()
        {
            if (run.Interception is { } interception)
            {
                interception.Validate(definition, update);
            }
            else
            {
                definition.Validate!(run.Instance, arguments);
            }
        }
    }

    private static void Refuse(WorkflowRun run, UpdateRequest update, Exception exception)
    {
        if (run.Facts.IsReplaying)
        {
            // History has it as accepted: the handler is gone from the code.
            run.FailTask(exception);
            return;
        }

        run.Commands.Add(new RejectUpdate(update, FailureConverter.ToFailure(exception, run.Converters.Own)));
    }

    private static bool FailsUpdate(WorkflowRun run, Exception exception) =>
        run.FailurePolicy.EndsWorkflow(exception)
        || (exception is HoldfastException holdfast && (holdfast.Code == ErrorCodes.ConversionFailed || holdfast.Code == ErrorCodes.ArgumentMissing));
}
