namespace Holdfast.Protocol.Codec;

/// <summary>Transitions: one arm for each type, each in a file of its own.</summary>
internal static class TransitionCodec
{
    public static void Write(ref FieldWriter writer, Transition transition)
    {
        switch (transition)
        {
            case ActivityAttemptStarted value: ActivityAttemptStartedCodec.Write(ref writer, value); break;
            case ActivityAttemptFailed value: ActivityAttemptFailedCodec.Write(ref writer, value); break;
            case ActivityHeartbeatRecorded value: ActivityHeartbeatRecordedCodec.Write(ref writer, value); break;
            case WorkflowTaskAttemptFailed value: WorkflowTaskAttemptFailedCodec.Write(ref writer, value); break;
            case ParentNotified: break;
            case EventBuffered value: EventBufferedCodec.Write(ref writer, value); break;
            case ActivityAttemptHandedOver value: ActivityAttemptHandedOverCodec.Write(ref writer, value); break;
            case ActivityPaused value: ActivityPausedCodec.Write(ref writer, value); break;
            case ActivityUnpaused value: ActivityUnpausedCodec.Write(ref writer, value); break;
            case ActivityReset value: ActivityResetCodec.Write(ref writer, value); break;
            case ActivityOptionsUpdated value: ActivityOptionsUpdatedCodec.Write(ref writer, value); break;
            case RequestNoted value: RequestNotedCodec.Write(ref writer, value); break;
            case RunBranched value: RunBranchedCodec.Write(ref writer, value); break;
            case RunSuperseded value: RunSupersededCodec.Write(ref writer, value); break;
            case StartPermitAwaited value: StartPermitAwaitedCodec.Write(ref writer, value); break;
            default: throw CorruptRecord.NotEncodable(transition);
        }
    }

    public static Transition Read(TransitionType type, FieldReader reader) => type switch
    {
        TransitionType.ActivityAttemptStarted => ActivityAttemptStartedCodec.Read(reader),
        TransitionType.ActivityAttemptFailed => ActivityAttemptFailedCodec.Read(reader),
        TransitionType.ActivityHeartbeatRecorded => ActivityHeartbeatRecordedCodec.Read(reader),
        TransitionType.WorkflowTaskAttemptFailed => WorkflowTaskAttemptFailedCodec.Read(reader),
        TransitionType.ParentNotified => new ParentNotified(),
        TransitionType.EventBuffered => EventBufferedCodec.Read(reader),
        TransitionType.ActivityAttemptHandedOver => ActivityAttemptHandedOverCodec.Read(reader),
        TransitionType.ActivityPaused => ActivityPausedCodec.Read(reader),
        TransitionType.ActivityUnpaused => ActivityUnpausedCodec.Read(reader),
        TransitionType.ActivityReset => ActivityResetCodec.Read(reader),
        TransitionType.ActivityOptionsUpdated => ActivityOptionsUpdatedCodec.Read(reader),
        TransitionType.RequestNoted => RequestNotedCodec.Read(reader),
        TransitionType.RunBranched => RunBranchedCodec.Read(reader),
        TransitionType.RunSuperseded => RunSupersededCodec.Read(reader),
        TransitionType.StartPermitAwaited => StartPermitAwaitedCodec.Read(reader),
        _ => throw CorruptRecord.Because($"transition type {(int)type} is not known to this version"),
    };
}
