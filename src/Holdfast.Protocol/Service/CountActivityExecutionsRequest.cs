namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.CountActivityExecutionsAsync"/>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Query">A list filter, which may end with GROUP BY and one Keyword, Bool or Int attribute; empty for every run.</param>
public sealed record CountActivityExecutionsRequest(string Namespace, string Query);
