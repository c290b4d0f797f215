namespace Holdfast.Testing;

/// <summary>Stands for those who wait for a timer and are no activity attempt.</summary>
internal sealed class TestWait
{
    /// <summary>The test, or whoever else uses the environment's client: time may pass for it.</summary>
    public static readonly TestWait Test = new();

    /// <summary>The worker: its timers are due like any other, but are no reason for an attempt to count as waiting.</summary>
    public static readonly TestWait Worker = new();

    private TestWait()
    {
    }
}
