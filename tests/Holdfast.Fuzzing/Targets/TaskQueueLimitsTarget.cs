using System.Collections.Immutable;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>Stored limits of task queues.</summary>
internal sealed class TaskQueueLimitsTarget() : FuzzTarget("task-queue-limits", ErrorCodes.CorruptData)
{
    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        EncodedSamples.Of(w => TaskQueueLimitsCodec.Write(w, new TaskQueueLimits { MaxConcurrentActivities = 7, ActivitiesPerSecondByType = ImmutableDictionary<string, double>.Empty.Add("Send", 1.5), MaxConcurrentActivitiesByType = ImmutableDictionary<string, int>.Empty.Add("Send", 3), WorkflowStarts = new StartLimit { MaxConcurrent = 2 } })),
    ];

    public override void Read(byte[] input)
    {
        var read = TaskQueueLimitsCodec.Read(input);
        var written = EncodedSamples.Of(w => TaskQueueLimitsCodec.Write(w, read));
        Require(written.AsSpan().SequenceEqual(EncodedSamples.Of(w => TaskQueueLimitsCodec.Write(w, TaskQueueLimitsCodec.Read(written)))), "what was read and written reads as something else");
    }
}
