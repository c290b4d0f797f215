using System.Diagnostics.Metrics;
using Holdfast.Runtime;

namespace Holdfast.Testing;

/// <summary>What outlives the processes of an environment.</summary>
internal interface IEnvironmentStorage
{
    /// <summary>Opens it for an engine. The calls of its settled store must have ended when they return: time does not stand still for them.</summary>
    /// <param name="meterFactory">Makes meters; null for ones of their own.</param>
    /// <param name="onFatal">Told of a disk that failed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<EngineStorage> OpenAsync(IMeterFactory? meterFactory, Action<Exception> onFatal, CancellationToken cancellationToken);

    /// <summary>Loses what a crash loses of writes that were under way.</summary>
    void Crash(ulong seed);

    /// <summary>The engine has ended.</summary>
    ValueTask CloseAsync();
}
