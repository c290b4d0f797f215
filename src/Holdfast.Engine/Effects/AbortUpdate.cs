namespace Holdfast.Engine;

/// <summary>The run closed before workflow code had accepted or rejected an update, which so had no effect: tell whoever waits for it.</summary>
/// <param name="UpdateId">The update.</param>
/// <param name="HasSuccessor">True when a new run takes over, which may be given the update.</param>
public sealed record AbortUpdate(string UpdateId, bool HasSuccessor) : Effect;
