namespace Holdfast.Runtime;

/// <summary>What a limit on starts counts together.</summary>
internal enum StartPoolKind
{
    /// <summary>Every run of the task queue that is no child.</summary>
    Queue,

    /// <summary>Runs of a type.</summary>
    Type,

    /// <summary>Runs of a concurrency key.</summary>
    Key,

    /// <summary>Runs of a concurrency key within a type.</summary>
    KeyOfType,
}
