using System.Reflection;

namespace Holdfast.Reliability;

/// <summary>A service that notes which of its methods were called and came back with an answer.</summary>
/// <typeparam name="TService">Its interface.</typeparam>
internal class CalledService<TService> : DispatchProxy
    where TService : class
{
    private TService? _service;
    private ISet<string>? _answered;
    private Func<MethodInfo, object?, object?>? _replace;

    /// <summary>Wraps a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="answered">Takes the names of methods that gave an answer.</param>
    /// <param name="replace">Takes the place of what properties give.</param>
    public static TService Of(TService service, ISet<string> answered, Func<MethodInfo, object?, object?> replace)
    {
        var called = Create<TService, CalledService<TService>>();
        var proxy = (CalledService<TService>)(object)called;
        (proxy._service, proxy._answered, proxy._replace) = (service, answered, replace);
        return called;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(_service, BindingFlags.DoNotWrapExceptions, null, args, null);
        if (answer is Task task)
        {
            _ = NoteAsync(targetMethod.Name, task);
        }

        return _replace!(targetMethod, answer);
    }

    private async Task NoteAsync(string method, Task answer)
    {
        await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (answer.IsCompletedSuccessfully)
        {
            lock (_answered!)
            {
                _answered.Add(method);
            }
        }
    }
}
