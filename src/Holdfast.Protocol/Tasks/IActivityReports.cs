namespace Holdfast.Protocol;

/// <summary>Takes reports of workers that run in the engine's own process, with less work for each than a call of <see cref="IWorkflowService"/>.</summary>
public interface IActivityReports
{
    /// <summary>Takes how an attempt ended. Never throws.</summary>
    /// <param name="request">The report.</param>
    /// <param name="receipt">Told once when the report is durable or refused, on a thread that must not be held up; perhaps before this call returns.</param>
    void Report(RespondActivityTaskRequest request, IReportReceipt receipt);
}
