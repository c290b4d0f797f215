using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A request that waits for an update to reach a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Reply">Where the answer goes.</param>
internal readonly record struct UpdateWaiter(UpdateStage Stage, IReply Reply);
