namespace Holdfast.Fuzzing;

/// <summary>Every target: whatever reads bytes or text that another process, an older version, a disk or a person wrote.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All() =>
    [
        new RecordTarget(),
        new FailureTarget(),
        new UpdateMessageTarget(),
        new PayloadTarget(),
        new NamespaceTarget(),
        new JournalTarget(),
        new JournalUnitTarget(),
        new SettledStoreTarget(),
        new StartPermitTarget(),
        new TaskQueueLimitsTarget(),
        new ArchiveTarget(),
        new BlobFileTarget(),
        new BlobReferenceTarget(),
        new RecordedBlobsTarget(),
        new CompressionTarget(),
        new EncryptionTarget(),
        new PayloadEnvelopeTarget(),
        new JsonValueTarget(),
        new SearchAttributeTarget(),
        new ListFilterTarget(),
        new CronTarget(),
        new PageTokenTarget(),
        new TaskTokenTarget(),
        new MarkerTarget(),
        new ControlFrameTarget(),
        new ContractTarget(),
        new TraceHeaderTarget(),
        new ChatResponseTarget(),
        new ChatStreamTarget(),
        new ProviderErrorTarget(),
    ];

    public static FuzzTarget Named(string name) =>
        All().FirstOrDefault(t => t.Name == name) ?? throw new FormatException($"There is no target '{name}'. There are: {string.Join(", ", All().Select(t => t.Name))}.");
}
