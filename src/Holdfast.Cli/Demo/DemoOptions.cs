namespace Holdfast.Cli.Demo;

/// <summary>What the person asks of <c>holdfast demo</c>.</summary>
internal sealed record DemoOptions
{
    /// <summary>The folder to survey.</summary>
    public required string Folder { get; init; }

    /// <summary>Where Holdfast keeps what it remembers.</summary>
    public required string DataFolder { get; init; }

    /// <summary>True to approve without asking.</summary>
    public bool IsYes { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>True to start a new run.</summary>
    public bool IsFresh { get; init; }
}
