using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An update reached a stage: tell whoever waits for it.</summary>
/// <param name="UpdateId">The update.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Result">The result, at stage Completed.</param>
/// <param name="Failure">Why it failed or was rejected, at stage Completed.</param>
public sealed record ReportUpdate(string UpdateId, UpdateStage Stage, Payloads? Result, Failure? Failure) : Effect;
