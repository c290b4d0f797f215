using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Why a message was refused.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record Rejection(ErrorCode Code, string Message);
