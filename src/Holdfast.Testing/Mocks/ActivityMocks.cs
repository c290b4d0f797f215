using System.Collections.Concurrent;
using Holdfast.Worker;

namespace Holdfast.Testing;

/// <summary>The mocks of an environment, by activity type. They outlive its processes. Threading: safe from any thread.</summary>
internal sealed class ActivityMocks
{
    private readonly ConcurrentDictionary<string, ActivityRegistration> _byType = new(StringComparer.Ordinal);

    public void Set(string activityType, Delegate body) => _byType[activityType] = DelegateActivity.Register(activityType, body);

    public ActivityRegistration? Find(string activityType) => _byType.GetValueOrDefault(activityType);
}
