using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The interceptors that have something to do.</summary>
internal static class ActiveInterceptors
{
    /// <summary>Those that are not idle; allocates nothing when all of them are.</summary>
    public static IReadOnlyList<IWorkerInterceptor> Of(IReadOnlyList<IWorkerInterceptor> registered)
    {
        var active = 0;
        for (var i = 0; i < registered.Count; i++)
        {
            active += registered[i].IsIdle ? 0 : 1;
        }

        return active == 0 ? [] : [.. registered.Where(static r => !r.IsIdle)];
    }

    public static HoldfastException InitNotPassedOn(object chain) =>
        new(ErrorCodes.InvalidArgument, $"An interceptor in {chain.GetType()}, or one inside it, overrides Init and does not call the base, so what goes out has nowhere to go. Call base.Init.");
}
