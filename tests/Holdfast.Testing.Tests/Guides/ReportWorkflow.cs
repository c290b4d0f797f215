namespace Holdfast.Testing.Tests;

[Workflow]
public sealed class ReportWorkflow
{
    public async Task<Attachment> RunAsync(Attachment template)
    {
        var known = await Workflow.ExecuteActivityAsync((ReportActivities a) => a.CountLinesAsync(template, default));
        var report = await Workflow.ExecuteActivityAsync((ReportActivities a) => a.WriteReportAsync(known * 1_000, default));
        return new Attachment($"report on {template.Name}", report);
    }
}
