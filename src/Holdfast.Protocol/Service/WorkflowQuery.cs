namespace Holdfast.Protocol;

/// <summary>A question to workflow code.</summary>
/// <param name="QueryType">The query's name.</param>
/// <param name="Arguments">Arguments.</param>
/// <param name="Header">Context passed by interceptors.</param>
public sealed record WorkflowQuery(string QueryType, Payloads Arguments, PayloadMap Header);
