namespace Holdfast.Cli.Demo.Tools;

/// <summary>Limits of the surveyor's tools.</summary>
internal static class ToolLimits
{
    /// <summary>Files that one call looks at, at most: 20,000.</summary>
    public const int MaxFiles = 20_000;

    /// <summary>Entries of one listing: 200.</summary>
    public const int MaxEntries = 200;

    /// <summary>Bytes of a file above which its text is not looked at: 2 MiB.</summary>
    public const long MaxTextBytes = 2 * 1024 * 1024;

    /// <summary>Lines of one reading: 200.</summary>
    public const int MaxLines = 200;

    /// <summary>Characters of one line that are shown: 300.</summary>
    public const int MaxLineChars = 300;

    /// <summary>Places of one search that are shown; the others are counted: 10.</summary>
    public const int MaxPlaces = 10;

    /// <summary>Characters of a text to search for: 200.</summary>
    public const int MaxSearchChars = 200;

    /// <summary>The largest files that a measurement names: 5.</summary>
    public const int MaxLargest = 5;

    /// <summary>Characters of a report: 1,048,576.</summary>
    public const int MaxReportChars = 1024 * 1024;

    /// <summary>How long one call may take before it gives up: 20 seconds.</summary>
    public static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(20);
}
