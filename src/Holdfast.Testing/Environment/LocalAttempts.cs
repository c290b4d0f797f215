using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing;

/// <summary>Lets attempts of local activities count as activity attempts that are under way, and mocks stand for them.</summary>
internal sealed class LocalAttempts(EnvironmentProcess process, ActivityMocks mocks) : ILocalActivityObserver
{
    /// <inheritdoc/>
    public ActivityRegistration? Substitute(string activityType) => mocks.Find(activityType);

    /// <inheritdoc/>
    public void AttemptStarted(ActivityRef attempt) => process.Attempts.Add(attempt);

    /// <inheritdoc/>
    public void AttemptEnded(ActivityRef attempt) => process.Attempts.Remove(attempt);
}
