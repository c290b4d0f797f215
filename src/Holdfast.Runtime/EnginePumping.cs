namespace Holdfast.Runtime;

/// <summary>Who turns the engine's loops.</summary>
public enum EnginePumping
{
    /// <summary>Threads of the engine's own.</summary>
    DedicatedThreads,

    /// <summary>The caller, by <see cref="HoldfastEngine.PumpOnce"/>: for virtual time and simulation.</summary>
    Caller,
}
