using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Running;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>What a child process is told.</summary>
internal sealed record ChildSettings
{
    /// <summary>The folder that is surveyed.</summary>
    public required string Folder { get; init; }

    /// <summary>The data folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The ledger of the calls.</summary>
    public required string LedgerPath { get; init; }

    /// <summary>The log of waiting.</summary>
    public required string WaitLogPath { get; init; }

    /// <summary>Where the report goes, relative to the folder.</summary>
    public string ReportPath { get; init; } = "holdfast-survey.md";

    /// <summary>Long enough to be hit, short enough not to bore.</summary>
    public SurveyPauses Pauses { get; init; } = new(RestEvery: 2, TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(400));

    /// <summary>How long the scripted model takes.</summary>
    public CallLatency ModelLatency { get; init; } = new(15, 50);

    /// <summary>How long a tool takes, beside its own work.</summary>
    public CallLatency ToolLatency { get; init; } = new(10, 40);

    /// <summary>How the child runs its part of the survey.</summary>
    public SurveySettings ToSurveySettings(int seed) => new()
    {
        Folder = Folder,
        ReportPath = ReportPath,
        DataFolder = DataFolder,
        Pauses = Pauses,
        ModelLatency = ModelLatency,
        ToolLatency = ToolLatency,
        Seed = seed,
    };
}
