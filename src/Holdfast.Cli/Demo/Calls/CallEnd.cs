namespace Holdfast.Cli.Demo.Calls;

/// <summary>An attempt that ends.</summary>
internal sealed record CallEnd
{
    /// <summary>How it began.</summary>
    public required CallStart Start { get; init; }

    /// <summary>For the model: slots of the tool calls that it asks for.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// <summary>A line for people about the result.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>What it failed with; null when it gave a result.</summary>
    public string? Failure { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
