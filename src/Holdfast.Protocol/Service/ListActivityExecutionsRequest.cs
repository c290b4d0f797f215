namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.ListActivityExecutionsAsync"/>.</summary>
public sealed record ListActivityExecutionsRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>A list filter, such as <c>ActivityType = 'Charge' AND ExecutionStatus = 'Running'</c>; empty for every run.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>Runs on a page. Default 100; 1 to 1,000.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Token of the page before; null for the first page.</summary>
    public string? PageToken { get; init; }
}
