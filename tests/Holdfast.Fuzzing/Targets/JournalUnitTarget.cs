using Holdfast.Protocol;
using Holdfast.Runtime;

namespace Holdfast.Fuzzing;

/// <summary>What one record of the journal holds: sections of runs.</summary>
internal sealed class JournalUnitTarget() : FuzzTarget("journal-units", ErrorCodes.CorruptData)
{
    private static readonly RunId Run = RunId.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21");

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        EncodedSamples.Of(w => JournalUnit.WriteSection(w, new WorkflowKey("default", "order-é"), Run, 3, new byte[50])),
        EncodedSamples.Of(w =>
        {
            JournalUnit.WriteSection(w, null, Run, 1, new byte[9]);
            JournalUnit.WriteSection(w, new WorkflowKey("n", "w"), Run, 1, []);
        }),
        EncodedSamples.Of(w => JournalUnit.WriteSection(w, new WorkflowKey("n", "w"), Run, 2, new byte[20], isAhead: true)),
        EncodedSamples.Of(w => JournalUnit.WriteSection(w, null, Run, 1, new byte[12], isAfterClose: true)),
    ];

    public override void Read(byte[] input)
    {
        ReadOnlySpan<byte> rest = input;
        while (!rest.IsEmpty)
        {
            var before = rest.Length;
            _ = JournalUnit.ReadSection(ref rest);
            Require(rest.Length < before, "a section takes bytes");
        }
    }
}
