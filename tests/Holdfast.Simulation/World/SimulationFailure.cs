namespace Holdfast.Simulation;

/// <summary>A world found something wrong.</summary>
internal sealed class SimulationFailure(string message, Exception? inner = null) : Exception(message, inner)
{
    public static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new SimulationFailure(message);
        }
    }
}
