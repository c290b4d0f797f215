using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A run that is being deleted, and who waits for that.</summary>
internal sealed class RunDeletion(RunEntry run)
{
    public RunEntry Run => run;

    public List<IReply> Replies { get; } = [];

    /// <summary>True when the run's children were asked to be told of its end.</summary>
    public bool HasToldChildren { get; set; }

    /// <summary>Children that have not durably learned yet that the run closed: after its deletion nobody would tell them again.</summary>
    public int ChildrenToTell { get; set; }

    /// <summary>True while the settled store is at it.</summary>
    public bool IsWriting { get; set; }

    /// <summary>The last journal position that may hold records of the run, as the settled store was told.</summary>
    public long LastLsn { get; set; }

    /// <summary>The workflow's newest run that the settled store has left; none when it has none.</summary>
    public RunId NewestSettled { get; set; }
}
