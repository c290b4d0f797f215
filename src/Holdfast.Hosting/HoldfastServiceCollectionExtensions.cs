using Holdfast;
using Holdfast.Hosting;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Embeds Holdfast in a .NET host.</summary>
public static class HoldfastServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine, a worker and a client to the host. The engine recovers when the host starts; <see cref="IHoldfastClient"/> can be used from then on.
    /// Called more than once, the calls add up.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>To add workflows and activities to.</returns>
    public static HoldfastBuilder AddHoldfast(this IServiceCollection services, Action<HoldfastOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return BuilderOf(services);
    }

    /// <summary>Adds the engine, a worker and a client to the host, with options from a configuration section.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section with the properties of <see cref="HoldfastOptions"/>.</param>
    /// <returns>To add workflows and activities to.</returns>
    public static HoldfastBuilder AddHoldfast(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure<HoldfastOptions>(options => HoldfastOptionsBinding.Bind(section, options));
        return BuilderOf(services);
    }

    private static HoldfastBuilder BuilderOf(IServiceCollection services)
    {
        if (services.FirstOrDefault(s => s.ServiceType == typeof(HoldfastBuilder))?.ImplementationInstance is HoldfastBuilder known)
        {
            return known;
        }

        HoldfastBuilder builder = new(services);
        services.AddSingleton(builder);
        services.AddOptions<HoldfastOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HoldfastOptions>, HoldfastOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDataConverter>(static _ => JsonDataConverter.Default);
        services.TryAddSingleton<IBlobStore>(provider => builder.MakeOwnBlobStore(provider.GetRequiredService<IOptions<HoldfastOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<HostInterceptors>();
        services.TryAddSingleton<EmbeddedEngine>();
        services.TryAddSingleton<IWorkflowService>(static provider => provider.GetRequiredService<EmbeddedEngine>().Service);
        services.TryAddSingleton<IHoldfastClient>(provider => new HoldfastClient(
            provider.GetRequiredService<IWorkflowService>(),
            new HoldfastClientOptions
            {
                Namespace = provider.GetRequiredService<IOptions<HoldfastOptions>>().Value.Namespace,
                DataConverter = provider.GetRequiredService<IDataConverter>(),
                BlobStore = provider.GetRequiredService<IBlobStore>(),
                ExternalPayloads = builder.ExternalPayloads,
                PayloadLimits = PayloadLimits.Default with { MaximumBytes = builder.EngineConfiguration(new EngineOptions()).Limits.PayloadBytes },
                Interceptors = provider.GetRequiredService<HostInterceptors>().OfClient,
                LoggerFactory = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            }));
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<EmbeddedEngine>());
        return builder;
    }
}
