namespace Holdfast.Reliability;

/// <summary>What a chaos run leaves on the disk.</summary>
/// <param name="Path">The folder.</param>
internal sealed record ChaosFolder(string Path)
{
    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>What clients were told: "start INDEX", "tip INDEX SIGNAL", "bonus INDEX STEP", "done INDEX RESULT", and "wrong …" for what must not happen.</summary>
    public LineFile Told => new(System.IO.Path.Combine(Path, "told.txt"));

    /// <summary>What activities did: "INDEX STEP KEY", one line for each attempt.</summary>
    public LineFile Payments => new(System.IO.Path.Combine(Path, "payments.txt"));
}
