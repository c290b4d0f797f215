namespace Holdfast.Engine;

/// <summary>A start found this run open and uses it; its request ID is known from now on, so that the start may come again.</summary>
public sealed record AttachStartRequest(string RequestId, string Identity) : RunMessage;
