using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Worker;

/// <summary>Gives each attempt its instance: the registered one, one from a service scope of its own, or a new one.</summary>
internal sealed class InstanceSource(IServiceScopeFactory? scopeFactory)
{
    private readonly ConcurrentDictionary<Type, ObjectFactory> _factories = new();

    public AttemptInstance Get(ActivityRegistration registration)
    {
        if (!registration.Definition.NeedsInstance)
        {
            return default;
        }

        if (registration.Instance is { } shared)
        {
            return new AttemptInstance(shared, null, false);
        }

        var scope = scopeFactory?.CreateAsyncScope();
        var services = scope?.ServiceProvider ?? NoServices.Instance;
        var type = registration.InstanceType ?? registration.Definition.DeclaringType;
        var found = services.GetService(registration.Definition.DeclaringType) ?? services.GetService(type);
        return found is null
            ? new AttemptInstance(Create(type, services), scope, true)
            : new AttemptInstance(found, scope, false);
    }

    private object Create([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, IServiceProvider services)
    {
        if (!_factories.TryGetValue(type, out var factory))
        {
            factory = _factories.GetOrAdd(type, ActivatorUtilities.CreateFactory(type, Type.EmptyTypes));
        }

        return factory(services, null);
    }
}
