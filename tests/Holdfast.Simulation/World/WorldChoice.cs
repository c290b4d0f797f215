namespace Holdfast.Simulation;

/// <summary>Something that the world could do next.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Run">Does it.</param>
/// <param name="Process">The process whose code it is; null: clients' or the network's.</param>
internal readonly record struct WorldChoice(string Name, Action Run, WorldProcess? Process);
