using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs a signal handler. A signal whose arguments cannot be read is dropped: no sender may stop a run.</summary>
internal static class SignalRoutine
{
    public static async Task RunAsync(WorkflowRun run, SignalDefinition signal, Payloads input)
    {
        run.Handlers.Enter(signal.Name);
        try
        {
            await signal.Handle(run.Instance, new InvocationArguments(input, run.Converters.Own));
        }
        catch (ContinueAsNewException exception)
        {
            RunEnding.ContinueAsNew(run, exception);
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.ConversionFailed || exception.Code == ErrorCodes.ArgumentMissing)
        {
            WorkflowLog.SignalDropped(run.Settings.Logger, signal.Name, run.Key.WorkflowId, run.RunId, exception);
        }
        catch (Exception exception)
        {
            RunEnding.Fail(run, exception);
        }
        finally
        {
            run.Handlers.Leave(signal.Name);
        }
    }
}
