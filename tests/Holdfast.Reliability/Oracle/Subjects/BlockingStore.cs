using System.Reflection;
using Holdfast.Storage;

namespace Holdfast.Reliability;

/// <summary>A settled store whose calls have ended when they return, as those of the one in memory have: virtual time cannot pass while a disk is read.</summary>
internal class BlockingStore : DispatchProxy
{
    private ISettledStore? _store;

    public static ISettledStore Of(ISettledStore store)
    {
        var blocking = Create<ISettledStore, BlockingStore>();
        ((BlockingStore)(object)blocking)._store = store;
        return blocking;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        object? Call() => targetMethod!.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);
        var returned = targetMethod!.ReturnType;
        if (!returned.IsAssignableTo(typeof(Task)))
        {
            return Call();
        }

        // Begun elsewhere: what the store awaits must not wait for this thread.
        var call = Task.Run(() => Task.FromResult((Task)Call()!)).GetAwaiter().GetResult();
        call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        return call;
    }
}
