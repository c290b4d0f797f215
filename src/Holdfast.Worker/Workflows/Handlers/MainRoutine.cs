using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs the workflow's code and turns its end into the command that closes the run.</summary>
internal static class MainRoutine
{
    public static async Task RunAsync(WorkflowRun run, Payloads input)
    {
        try
        {
            var arguments = new InvocationArguments(input, run.Converters.Own, run.Definition.Name);
            run.Instance = run.Definition.CreateFrom?.Invoke(arguments) ?? run.Definition.Create?.Invoke();
            var result = await (run.Interception is { } interception ? interception.ExecuteAsync(input) : run.Definition.Invoke(run.Instance, arguments));
            RunEnding.Complete(run, result);
        }
        catch (ContinueAsNewException exception)
        {
            RunEnding.ContinueAsNew(run, exception);
        }
        catch (Exception exception)
        {
            RunEnding.Fail(run, exception);
        }
    }
}
