using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs a signal handler. A signal whose arguments cannot be read is dropped: no sender may stop a run.</summary>
internal static class SignalRoutine
{
    public static async Task RunAsync(WorkflowRun run, SignalDefinition handler, WorkflowExecutionSignaled signal)
    {
        var handling = run.Handlers.Enter($"signal {signal.SignalName}", handler.UnfinishedPolicy);
        try
        {
            await (run.Interception is { } interception ? interception.HandleAsync(handler, signal) : handler.Handle(run.Instance, new InvocationArguments(signal.Input, run.Converters.Own, signal.SignalName)));
        }
        catch (ContinueAsNewException exception)
        {
            RunEnding.ContinueAsNew(run, exception);
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.ConversionFailed || exception.Code == ErrorCodes.ArgumentMissing)
        {
            WorkflowLog.SignalDropped(run.Settings.Logger, signal.SignalName, run.Key.WorkflowId, run.RunId, exception);
        }
        catch (Exception exception)
        {
            RunEnding.Fail(run, exception);
        }
        finally
        {
            run.Handlers.Leave(handling);
        }
    }
}
