namespace Holdfast.Protocol;

/// <summary>What workflow code asks for; one sealed record for each <see cref="CommandType"/>. Meaning is Temporal's.</summary>
public abstract record Command
{
    /// <summary>The type of command.</summary>
    public abstract CommandType Type { get; }
}
