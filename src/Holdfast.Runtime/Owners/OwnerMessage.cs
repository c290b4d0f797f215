namespace Holdfast.Runtime;

/// <summary>What an owner's loop handles, one after the other. Each kind of message is a class of its own that knows its work.</summary>
internal abstract class OwnerMessage
{
    /// <summary>Does the work, on the owner's loop.</summary>
    public abstract void Handle(ShardOwner owner);

    /// <summary>The message cannot be handled: the engine is stopping, or handling threw.</summary>
    public virtual void Fail(Exception exception)
    {
    }
}
