namespace Holdfast;

/// <summary>
/// Thrown out of an activity to leave its end to somebody else, who reports it with a client's <c>GetAsyncActivityHandle</c>. The attempt goes on under its timeouts; the
/// worker's slot is free at once.
/// </summary>
public sealed class ActivityCompletesLaterException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ActivityCompletesLaterException()
        : base("The activity completes later. Throw this out of the activity's code.")
    {
    }
}
