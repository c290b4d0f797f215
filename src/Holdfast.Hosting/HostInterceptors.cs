using Holdfast.Interception;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Holdfast.Hosting;

/// <summary>The interceptors of a host's client and worker, in their order: tracing, those of the options, those of the builder.</summary>
internal sealed class HostInterceptors(HoldfastBuilder builder, IOptions<HoldfastOptions> options, IServiceProvider services)
{
    private readonly object[] _all =
    [
        .. options.Value.Tracing ? (object[])[new TracingInterceptor()] : [],
        .. options.Value.Interceptors,
        .. builder.InterceptorTypes.Select(services.GetRequiredService),
    ];

    public IReadOnlyList<IClientInterceptor> OfClient => [.. _all.OfType<IClientInterceptor>()];

    public IReadOnlyList<IWorkerInterceptor> OfWorker => [.. _all.OfType<IWorkerInterceptor>()];
}
