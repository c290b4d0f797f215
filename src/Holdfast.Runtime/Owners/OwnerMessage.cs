namespace Holdfast.Runtime;

/// <summary>What an owner's loop handles, one after the other. Each kind of message is a class of its own that knows its work.</summary>
internal abstract class OwnerMessage
{
    /// <summary>Does the work, on the owner's loop.</summary>
    public abstract void Handle(ShardOwner owner);

    /// <summary>The run that it is for, when that is in memory and known by its ID; changes nothing.</summary>
    public virtual RunEntry? FindRunAhead(ShardOwner owner) => null;

    /// <summary>Reads what handling it will read beside the run, so that it is in the processor's caches; the value means nothing.</summary>
    public virtual long ReadAhead() => 0;

    /// <summary>The message cannot be handled: the engine is stopping, or handling threw.</summary>
    public virtual void Fail(Exception exception)
    {
    }
}
