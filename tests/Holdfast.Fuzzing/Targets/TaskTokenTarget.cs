using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Task tokens, run IDs and blob IDs, which people and programs hand in as text.</summary>
internal sealed class TaskTokenTarget() : FuzzTarget("task-tokens", ErrorCodes.InvalidArgument)
{
    private static readonly RunId Run = RunId.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21");

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(
        ActivityTaskToken.Of(new ActivityRef(new WorkflowKey("default", "order-é"), Run, 17, 2)), Run.ToString(), new string('a', 64));

    public override void Read(byte[] input)
    {
        var text = TextOf(input);
        _ = RunId.TryParse(text, out _);
        _ = BlobId.TryParse(text, out _);
        var activity = ActivityTaskToken.Parse(text);
        Require(ActivityTaskToken.Parse(ActivityTaskToken.Of(activity)) == activity, "what was read and written reads as something else");
    }
}
