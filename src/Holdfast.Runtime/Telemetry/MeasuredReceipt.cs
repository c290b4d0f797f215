using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Measures a report from its coming to its receipt.</summary>
internal sealed class MeasuredReceipt(IReportReceipt inner, CallInstruments instruments) : IReportReceipt
{
    private readonly long _begun = instruments.Begin();

    /// <inheritdoc/>
    public void Reported(Exception? failure)
    {
        instruments.Ended("RespondActivityTask", _begun, failure);
        inner.Reported(failure);
    }
}
