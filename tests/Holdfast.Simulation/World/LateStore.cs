using System.Reflection;
using Holdfast.Storage;

namespace Holdfast.Simulation;

/// <summary>
/// The settled store as a process reaches it: it answers on a later turn, sometimes much later; when the process dies meanwhile, what was asked for may be done or not.
/// A proxy, because what it does is the same for every call.
/// </summary>
internal class LateStore : DispatchProxy
{
    private const int CallsPerLateOne = 2;
    private const int PausesPerLongOne = 2;
    private static readonly MethodInfo CallLateMethod = typeof(LateStore).GetMethod(nameof(CallUntypedLateAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private World? _world;
    private WorldProcess? _process;

    /// <summary>False while the process starts: it can do nothing else then.</summary>
    public bool IsOpen { get; set; }

    public static (ISettledStore Store, LateStore Late) Of(World world, WorldProcess process)
    {
        var store = Create<ISettledStore, LateStore>();
        var late = (LateStore)(object)store;
        late._world = world;
        late._process = process;
        return (store, late);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        object? Pass() => targetMethod!.Invoke(_process!.Folder.Store, BindingFlags.DoNotWrapExceptions, null, args, null);
        object? Call() => _world!.Retained is { } retained && RetentionWatch.IsDeletion(targetMethod!.Name) ? retained.Around(_process!, Pass) : Pass();
        if (!IsOpen || !targetMethod!.ReturnType.IsAssignableTo(typeof(Task)) || !_world!.Faults.Draw(FaultKinds.SlowStore, CallsPerLateOne))
        {
            return Call();
        }

        var results = targetMethod.ReturnType.GenericTypeArguments;
        return results.Length == 0
            ? CallLateAsync(async () =>
            {
                await (Task)Call()!;
                return true;
            })
            : CallLateMethod.MakeGenericMethod(results).Invoke(this, [(Func<object?>)Call]);
    }

    private Task<T> CallUntypedLateAsync<T>(Func<object?> call) => CallLateAsync(() => (Task<T>)call()!);

    private async Task<T> CallLateAsync<T>(Func<Task<T>> call)
    {
        await PauseAsync();
        var answer = await call();
        await PauseAsync();
        return answer;
    }

    /// <summary>Ends on a later turn of this process, and never when it has died.</summary>
    private Task PauseAsync()
    {
        var process = _process!;
        TaskCompletionSource pause = new();
        if (_world!.Faults.Next(PausesPerLongOne) == 0)
        {
            _ = process.Clock.CreateTimer(_ => process.Queue.Post(_ => pause.SetResult(), null), null, TimeSpan.FromMilliseconds(_world.Faults.Next(2_000)), Timeout.InfiniteTimeSpan);
        }
        else
        {
            process.Queue.Post(_ => pause.SetResult(), null);
        }

        return pause.Task;
    }
}
