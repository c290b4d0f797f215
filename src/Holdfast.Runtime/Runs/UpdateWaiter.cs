using System.Runtime.InteropServices;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A request that waits for an update to reach a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Reply">Where the answer goes.</param>
/// <param name="Resend">The update, for the run that takes over when this one closes without having seen it; null when this run alone is meant.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UpdateWaiter(UpdateStage Stage, IReply Reply, UpdateRequest? Resend = null);
