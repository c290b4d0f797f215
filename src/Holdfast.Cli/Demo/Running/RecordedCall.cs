using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Running;

/// <summary>A call as the history tells of it.</summary>
/// <param name="Kind">Model or tool.</param>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Title">A line for people.</param>
/// <param name="Summary">A line for people about the result; null while there is none.</param>
internal sealed record RecordedCall(CallKind Kind, string Key, string Title, string? Summary = null);
