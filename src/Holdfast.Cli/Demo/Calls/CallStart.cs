namespace Holdfast.Cli.Demo.Calls;

/// <summary>An attempt at a call that begins.</summary>
internal sealed record CallStart
{
    /// <summary>Model or tool.</summary>
    public required CallKind Kind { get; init; }

    /// <summary>Which call of the conversation it is: "turn 3" for the model's third, the call's ID for a tool's.</summary>
    public required string Slot { get; init; }

    /// <summary>Hash of all that is asked: the transcript, or the tool's name and arguments.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The idempotency key that came with it; empty when none did.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Slots of the calls whose results are in the question.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>A line for people.</summary>
    public required string Title { get; init; }

    /// <summary>The slot of the model's calls.</summary>
    public static string TurnSlot(int turn) => string.Create(null, stackalloc char[32], $"turn {turn}");
}
