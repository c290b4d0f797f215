using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Running;

/// <summary>How a survey is run by this process.</summary>
internal sealed record SurveySettings
{
    /// <summary>The folder that is surveyed, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the report goes, relative to the folder.</summary>
    public required string ReportPath { get; init; }

    /// <summary>Where Holdfast keeps what it remembers, absolute; null to keep it in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The model: "scripted", or the name of a configured one.</summary>
    public string Model { get; init; } = SurveyAgent.ScriptedModel;

    /// <summary>When a new run waits.</summary>
    public SurveyPauses Pauses { get; init; } = SurveyPauses.Default;

    /// <summary>How long an answer of the scripted model takes.</summary>
    public CallLatency ModelLatency { get; init; } = CallLatency.None;

    /// <summary>How long a tool takes, beside its own work.</summary>
    public CallLatency ToolLatency { get; init; } = CallLatency.None;

    /// <summary>Seed of the latencies.</summary>
    public int Seed { get; init; }

    /// <summary>True when the model is the scripted one.</summary>
    public bool IsScripted => string.Equals(Model, SurveyAgent.ScriptedModel, StringComparison.OrdinalIgnoreCase);
}
