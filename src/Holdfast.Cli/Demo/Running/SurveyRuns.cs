using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Surveyor;
using Holdfast.Protocol;

namespace Holdfast.Cli.Demo.Running;

/// <summary>Finds the survey's run in the data folder, or starts it.</summary>
internal static class SurveyRuns
{
    /// <summary>The workflow ID of the survey: a data folder has one.</summary>
    public const string WorkflowId = "survey";

    /// <summary>The run that is in the data folder, or a new one.</summary>
    /// <param name="host">The host.</param>
    /// <param name="isFresh">True to start a new run whatever is there; one that is open is terminated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<(SurveyBeginning Beginning, WorkflowHandle<SurveyWorkflow, SurveyResult> Run)> BeginAsync(SurveyHost host, bool isFresh, CancellationToken cancellationToken)
    {
        if (!isFresh && await FindAsync(host.Client, cancellationToken) is { } info)
        {
            var known = host.Client.GetWorkflowHandle<SurveyWorkflow, SurveyResult>(WorkflowId, info.Execution.RunId);
            return (info.Status == WorkflowExecutionStatus.Running ? SurveyBeginning.Resumed : SurveyBeginning.EndedBefore, known);
        }

        return (SurveyBeginning.New, await StartAsync(host, cancellationToken));
    }

    private static async Task<WorkflowExecutionInfo?> FindAsync(IHoldfastClient client, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetWorkflowHandle(WorkflowId).DescribeAsync(cancellationToken)).Info;
        }
        catch (WorkflowNotFoundException)
        {
            return null;
        }
    }

    private static Task<WorkflowHandle<SurveyWorkflow, SurveyResult>> StartAsync(SurveyHost host, CancellationToken cancellationToken)
    {
        var settings = host.Settings;
        var task = new SurveyTask(Path.GetFileName(settings.Folder), settings.ReportPath);
        var input = new SurveyInput(settings.Folder, task.ToMessage(), settings.Pauses);
        return host.Client.StartWorkflowAsync(
            (SurveyWorkflow w) => w.RunAsync(input),
            new WorkflowOptions { Id = WorkflowId, IdConflictPolicy = WorkflowIdConflictPolicy.TerminateExisting },
            cancellationToken);
    }
}
