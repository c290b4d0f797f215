using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>A part of a survey.</summary>
/// <param name="Purpose">What the surveyor says that it does.</param>
/// <param name="Wanted">The calls that the part needs, given what the parts before it found.</param>
internal sealed record SurveyStage(string Purpose, Func<SurveyNotes, IEnumerable<ScriptedToolCall>> Wanted);
