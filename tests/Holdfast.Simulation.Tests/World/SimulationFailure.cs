namespace Holdfast.Simulation.Tests;

/// <summary>A world found something wrong.</summary>
internal sealed class SimulationFailure(string message, Exception? inner = null) : Exception(message, inner);
