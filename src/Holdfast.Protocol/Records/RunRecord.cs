namespace Holdfast.Protocol;

/// <summary>One durable step of a run: an event of its history, or a transition that history does not show. A run's state is the fold of its records.</summary>
public abstract record RunRecord;
