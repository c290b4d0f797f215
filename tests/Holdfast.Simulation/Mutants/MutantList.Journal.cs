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
        new("claim-not-looked-at", "A process that was taken over goes on telling that things are durable", Journal + "Appending/GroupWriter.cs",
            "claim.ThrowUnlessInForce(); // behind",
            "if (!MUTANT)\n                {\n                    claim.ThrowUnlessInForce();\n                }\n\n                // behind"),
        new("take-over-in-place", "A journal that was taken over goes on in the segment that the other process may still write to", Journal + "Journal.cs",
            "bool fits = !claim.IsTakeOver &&",
            "bool fits = (MUTANT || !claim.IsTakeOver) &&"),
        new("take-over-forgotten", "A take-over that came to no end is none for the next process of the same machine", Journal + "Format/ClaimRecord.cs",
            "bool isTakeOver = State == ClaimState.TakingOver ||",
            "bool isTakeOver = (State == ClaimState.TakingOver && !MUTANT) ||"),
        new("epoch-stays", "A journal that is opened again goes on with the epoch of the process before", Journal + "Journal.cs",
            "uint epoch = log.Epoch + 1;",
            "uint epoch = log.Epoch + (MUTANT && log.Epoch > 0 ? 0u : 1u);"),
        new("lock-ignored", "A journal is opened although another process holds its lock", Journal + "Journal.cs",
            "        IDisposable folderLock = disk.Lock();",
            "        static IDisposable LockOrNot(IDisk folder)\n        {\n            try\n            {\n                return folder.Lock();\n            }\n            catch (JournalException) when (MUTANT)\n            {\n                return new MemoryStream();\n            }\n        }\n\n        IDisposable folderLock = LockOrNot(disk);"),
    ];
}
