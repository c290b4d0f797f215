namespace Holdfast.Cli.Demo.Ledger;

/// <summary>What every ledger must keep.</summary>
internal enum LedgerRule
{
    /// <summary>A call is never attempted again once a call that uses its result has begun.</summary>
    NotRepeatedAfterUse = 0,

    /// <summary>A process attempts a call once, unless the attempt fails: only the end of a process may cause another.</summary>
    NotRepeatedInOneProcess = 1,

    /// <summary>A call has the same idempotency key at every attempt.</summary>
    OneKeyPerCall = 2,

    /// <summary>No two calls have the same idempotency key.</summary>
    OneCallPerKey = 3,

    /// <summary>A call asks the same at every attempt.</summary>
    OneQuestionPerCall = 4,

    /// <summary>A result is used only after its call has ended.</summary>
    EndedBeforeUse = 5,

    /// <summary>A tool is called only when the model asked for it.</summary>
    AskedFor = 6,

    /// <summary>Every call has ended in the end.</summary>
    Ended = 7,

    /// <summary>The ledger has every line of its processes, and one process wrote after the other.</summary>
    Unbroken = 8,
}
