namespace Holdfast.Testing.Tests.Data;

/// <summary>Keys that workflow code does not get for a while.</summary>
internal sealed class HidingKeys(EncryptionKeyRing keys) : IEncryptionKeySource
{
    public bool HidesOutsideActivities { get; set; }

    public string CurrentKeyId => keys.CurrentKeyId;

    public bool TryGetKey(string keyId, out ReadOnlyMemory<byte> key)
    {
        key = default;
        return (!HidesOutsideActivities || WorkflowContext.Current is null) && keys.TryGetKey(keyId, out key);
    }
}
