namespace Holdfast.Simulation;

/// <content>Defects of the journal.</content>
internal static partial class MutantList
{
    private static IReadOnlyList<Mutant> OfJournal =>
    [
        new("flush-skipped", "The flush does nothing", Journal + "Appending/GroupWriter.cs",
            "segments.Active.Flush();",
            "if (!MUTANT)\n            {\n                segments.Active.Flush();\n            }\n"),
        new("flush-failure-ignored", "A flush that failed counts as one that succeeded", Journal + "Appending/GroupWriter.cs",
            "            WriteAndFlush(group);\n",
            "            try\n                {\n                    WriteAndFlush(group);\n                }\n                catch (IOException) when (MUTANT)\n                {\n                    _gather.Clear();\n                }\n\n"),
        new("checksum-ignored", "A record whose content is damaged is read", Journal + "Recovery/SegmentReplay.cs",
            "if (Crc32C.Compute(content) != record.PayloadCrc)",
            "if (!MUTANT && Crc32C.Compute(content) != record.PayloadCrc)"),
    ];
}
