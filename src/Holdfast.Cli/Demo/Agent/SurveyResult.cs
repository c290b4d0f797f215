namespace Holdfast.Cli.Demo.Agent;

/// <summary>What a survey gave.</summary>
/// <param name="Answer">The agent's last words.</param>
/// <param name="ReportPath">Where the report is, relative to the folder; null when none was written.</param>
/// <param name="ModelCalls">Model calls.</param>
/// <param name="ToolCalls">Tool calls.</param>
internal sealed record SurveyResult(string Answer, string? ReportPath, int ModelCalls, int ToolCalls);
