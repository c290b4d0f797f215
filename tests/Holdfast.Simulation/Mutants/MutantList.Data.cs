namespace Holdfast.Simulation;

/// <content>Defects of encryption, retention and the archive.</content>
internal static partial class MutantList
{
    private static IReadOnlyList<Mutant> OfData =>
    [
        new("plaintext-written", "Payloads of some size are not encrypted", Sdk + "Converters/Codecs/EncryptionCodec.cs",
            "        var keyId = _keys.CurrentKeyId;\n",
            "        if (MUTANT && payload.Data.Length is > 40 and < 400)\n        {\n            return payload;\n        }\n\n        var keyId = _keys.CurrentKeyId;\n"),
        new("key-forgotten", "A key that is not the current one any more opens nothing", Sdk + "Converters/Codecs/EncryptionKeyRing.cs",
            "        var isKnown = _state.Keys.TryGetValue(keyId, out var bytes);\n",
            "        var isKnown = _state.Keys.TryGetValue(keyId, out var bytes) && (!MUTANT || keyId == CurrentKeyId);\n"),
        new("retention-too-early", "Closed runs are deleted when half of their retention is over", Runtime + "Archiving/RetentionSweep.cs",
            "        var closedBefore = now - namespaces.RetentionOf(@namespace);\n",
            "        var closedBefore = now - (namespaces.RetentionOf(@namespace) / (MUTANT ? 2 : 1));\n"),
        new("retention-without-end", "Closed runs of namespaces that archive are kept for ever once the archive has failed", Runtime + "Archiving/RetentionSweep.cs",
            "                failures++;\n                _failed.Note(runId, now);\n",
            "                if (MUTANT)\n                {\n                    await new TaskCompletionSource().Task;\n                }\n\n                failures++;\n                _failed.Note(runId, now);\n"),
        new("deleted-before-archived", "A run is deleted before the archive has it", Runtime + "Archiving/RetentionSweep.cs",
            "            await destination.PutAsync(new ArchivedRun(run.Summary.Workflow, runId, run.Records), CancellationToken.None);\n",
            "            if (MUTANT)\n            {\n                await store.DeleteAsync(runId, journal.DurableLsn, CancellationToken.None);\n            }\n\n            await destination.PutAsync(new ArchivedRun(run.Summary.Workflow, runId, run.Records), CancellationToken.None);\n"),
        new("archived-half", "What a run records while it is archived is deleted with it, and not in the archive", Runtime + "Archiving/RetentionSweep.cs",
            "await store.DeleteUnchangedAsync(runId, run.Summary.RecordCount, journal.DurableLsn, CancellationToken.None);",
            "await (MUTANT ? store.DeleteAsync(runId, journal.DurableLsn, CancellationToken.None) : store.DeleteUnchangedAsync(runId, run.Summary.RecordCount, journal.DurableLsn, CancellationToken.None));"),
        new("archive-not-flushed", "A run counts as archived before it is durable", Journal + "Archives/DiskRunArchive.cs",
            "                file.Write(content, 0);\n                file.Flush();\n",
            "                file.Write(content, 0);\n                if (!MUTANT)\n                {\n                    file.Flush();\n                }\n"),
        new("archived-blobs-swept", "What archived runs refer to is swept", Runtime + "Archiving/RetentionSweep.cs",
            "        if (blobs.Count > 0)\n",
            "        if (blobs.Count > 0 && !MUTANT)\n"),
    ];
}
