namespace Holdfast.Engine;

/// <summary>
/// What the runtime is to do for a run. An effect whose <see cref="IsGated"/> is true may leave the engine only after the records of its step are durable;
/// the others prepare in-memory structures that are rebuilt after a crash. Every effect can be emitted again after a crash: RunMachine.Resume does so.
/// </summary>
public abstract record Effect
{
    /// <summary>True when the step's records must be durable first.</summary>
    public virtual bool IsGated => true;
}
