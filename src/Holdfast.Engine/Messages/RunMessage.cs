namespace Holdfast.Engine;

/// <summary>What is asked of, or reported to, a run. Time and IDs that handling needs come with the step.</summary>
public abstract record RunMessage;
