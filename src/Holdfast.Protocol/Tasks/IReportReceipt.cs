namespace Holdfast.Protocol;

/// <summary>Who waits for what became of a report.</summary>
public interface IReportReceipt
{
    /// <summary>The report is durable, or was refused. Returns at once and never throws.</summary>
    /// <param name="failure">Why it was refused; null when it was taken.</param>
    void Reported(Exception? failure);
}
