namespace Holdfast.Simulation;

/// <summary>Tells what a broken disk made of the engine from what the engine did by itself.</summary>
internal static class OrderedFault
{
    private static readonly string[] Marks = ["as ordered", "No space is left on the memory disk"];

    /// <summary>Fails unless the disk was broken on order.</summary>
    public static void Require(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is IOException && Marks.Any(mark => cause.Message.Contains(mark, StringComparison.Ordinal)))
            {
                return;
            }
        }

        throw new SimulationFailure($"the engine stopped by itself: {exception.Message}", exception);
    }
}
