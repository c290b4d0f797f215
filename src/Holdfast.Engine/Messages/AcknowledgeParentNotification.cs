namespace Holdfast.Engine;

/// <summary>The parent has durably recorded the close of this (closed) run, or is gone.</summary>
public sealed record AcknowledgeParentNotification : RunMessage;
