namespace Holdfast.Cli.Demo.Agent;

/// <summary>What a survey is started with.</summary>
/// <param name="Folder">The folder, absolute: a run goes on with the folder that it began with.</param>
/// <param name="Message">The user message.</param>
/// <param name="Pauses">When it waits.</param>
internal sealed record SurveyInput(string Folder, string Message, SurveyPauses Pauses);
