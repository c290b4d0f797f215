namespace Holdfast.Journaling;

/// <summary>Who drives the journal's writer.</summary>
public enum JournalPumping
{
    /// <summary>The journal's own two threads: one writes and flushes, one prepares segments ahead of need.</summary>
    DedicatedThreads,

    /// <summary>The caller, through <see cref="Journal.WriteOnce"/> and <see cref="Journal.PrepareOnce"/>; no thread is started.</summary>
    Caller,
}
