using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What others see of a run: what the engine says of its state, and what is counted in its records.</summary>
internal static class DescribedRun
{
    /// <summary>What listing shows of the run.</summary>
    public static WorkflowExecutionInfo Info(RunEntry run)
    {
        var info = RunDescription.Info(run.State);
        return run.State.IsClosed && Counted(run) is { Count: > 0 } external ? With(info, external) : info;
    }

    /// <summary>The run with what it waits for.</summary>
    public static WorkflowExecutionDescription Describe(RunEntry run)
    {
        var external = Counted(run);
        return RunDescription.Describe(run.State) with { Info = Info(run), ExternalPayloadCount = external.Count, ExternalPayloadSizeBytes = external.SizeBytes };
    }

    private static ExternalPayloadTally Counted(RunEntry run)
    {
        var external = run.ExternalPayloads ??= new ExternalPayloadTally();
        external.CatchUp(run.History);
        return external;
    }

    private static WorkflowExecutionInfo With(WorkflowExecutionInfo info, ExternalPayloadTally external) => info with
    {
        SearchAttributes = PayloadMapMerge.Apply(
            info.SearchAttributes,
            PayloadMap.Of(
            [
                new(SystemSearchAttributes.TemporalExternalPayloadCount, SearchAttributePayload.Encode(SearchAttributeValue.OfInt(external.Count))),
                new(SystemSearchAttributes.TemporalExternalPayloadSizeBytes, SearchAttributePayload.Encode(SearchAttributeValue.OfInt(external.SizeBytes))),
            ])),
    };
}
