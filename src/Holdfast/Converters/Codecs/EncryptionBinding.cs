namespace Holdfast;

/// <summary>What an encrypted payload is bound to: decoding fails anywhere else, so that whoever can write to the storage cannot put one payload in the place of another.</summary>
public enum EncryptionBinding
{
    /// <summary>Nothing. The layout is then that of Temporal's encryption samples, which other SDKs can decode.</summary>
    None = 0,

    /// <summary>The namespace.</summary>
    Namespace = 1,

    /// <summary>Namespace and workflow ID; for details of heartbeats and failures, which may be read in another workflow, the namespace alone.</summary>
    Workflow = 2,
}
