using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Watches the attempts of local activities, and may put others in their place; for test environments.</summary>
/// <remarks>Threading: called from any thread; must not block.</remarks>
public interface ILocalActivityObserver
{
    /// <summary>What runs in place of an activity; null for the activity itself.</summary>
    ActivityRegistration? Substitute(string activityType);

    /// <summary>An attempt begins.</summary>
    void AttemptStarted(ActivityRef attempt);

    /// <summary>An attempt has ended, and what followed from it is on its way.</summary>
    void AttemptEnded(ActivityRef attempt);
}
