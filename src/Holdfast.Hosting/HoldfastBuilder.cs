using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Holdfast.Interception;
using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Holdfast.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Holdfast.Hosting;

/// <summary>Says which workflows and activities the host's worker runs.</summary>
public sealed class HoldfastBuilder
{
    internal HoldfastBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    internal List<Action<WorkerBuilder>> WorkerConfigurations { get; } = [];

    internal List<Type> InterceptorTypes { get; } = [];

    internal ExternalPayloadOptions ExternalPayloads { get; private set; } = ExternalPayloadOptions.Default;

    /// <summary>The blob store that was made for this host alone; null when another was registered.</summary>
    internal IBlobStore? OwnBlobStore { get; private set; }

    internal Func<EngineOptions, EngineOptions> EngineConfiguration { get; private set; } = static options => options;

    /// <summary>Adds every workflow and activity of an assembly that uses the Holdfast generator.</summary>
    public HoldfastBuilder AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return ConfigureWorker(worker => worker.AddAssembly(assembly));
    }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">The workflow class.</typeparam>
    public HoldfastBuilder AddWorkflow<T>() => ConfigureWorker(static worker => worker.AddWorkflow<T>());

    /// <summary>Adds the activities of a class; an instance is made for each attempt, in a scope of its own, unless the class is registered otherwise.</summary>
    /// <typeparam name="T">The class.</typeparam>
    public HoldfastBuilder AddActivities<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class
    {
        Services.TryAddScoped<T>();
        return ConfigureWorker(static worker => worker.AddActivities<T>());
    }

    /// <summary>Adds to what the worker is made of.</summary>
    public HoldfastBuilder ConfigureWorker(Action<WorkerBuilder> configure)
    {
        WorkerConfigurations.Add(configure);
        return this;
    }

    /// <summary>Sets how client and worker convert values: for example a <see cref="CodecDataConverter"/> with encryption. Default: JSON.</summary>
    public HoldfastBuilder UseDataConverter(IDataConverter converter) => UseDataConverter(_ => converter);

    /// <summary>Sets how client and worker convert values, with what the host's services have.</summary>
    public HoldfastBuilder UseDataConverter(Func<IServiceProvider, IDataConverter> converter)
    {
        Services.Replace(ServiceDescriptor.Singleton(converter));
        return this;
    }

    /// <summary>Sends everything that client and worker store through codecs, in this order: <c>UseCodecs(new CompressionCodec(), new EncryptionCodec(keys))</c>.</summary>
    public HoldfastBuilder UseCodecs(params IReadOnlyList<IPayloadCodec> codecs) => UseDataConverter(new CodecDataConverter(codecs));

    /// <summary>Sets which payloads of client and worker lie in the blob store instead of the history. Default: those above 256 KiB.</summary>
    public HoldfastBuilder UseExternalPayloads(ExternalPayloadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        ExternalPayloads = options;
        return this;
    }

    /// <summary>Puts an interceptor around the calls of the client, the work of the worker, or both; those added earlier are outermost.</summary>
    /// <typeparam name="T">A class that is an <see cref="IClientInterceptor"/>, an <see cref="IWorkerInterceptor"/>, or both. The host's services make one, unless they have it; it cannot ask for <see cref="IHoldfastClient"/>, which is made with it.</typeparam>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when it is neither.</exception>
    public HoldfastBuilder AddInterceptor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class
    {
        if (!typeof(T).IsAssignableTo(typeof(IClientInterceptor)) && !typeof(T).IsAssignableTo(typeof(IWorkerInterceptor)))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"{typeof(T)} is neither an IClientInterceptor nor an IWorkerInterceptor, so there is nothing that it could intercept.");
        }

        Services.TryAddSingleton<T>();
        InterceptorTypes.Add(typeof(T));
        return this;
    }

    internal IBlobStore MakeOwnBlobStore(HoldfastOptions options, TimeProvider timeProvider)
    {
        DiskBlobStoreOptions ofStore = new() { TimeProvider = timeProvider };
        return OwnBlobStore = options.InMemory
            ? new DiskBlobStore(new MemoryDisk(), ofStore)
            : new DiskBlobStore(Path.Combine(Path.GetFullPath(options.DataFolder), DataFolder.BlobsName), ofStore);
    }

    /// <summary>Sets where runs are archived when their retention is over, of namespaces that say so. Default: the folder "archive" in the data folder.</summary>
    public HoldfastBuilder UseRunArchive(IRunArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        Services.Replace(ServiceDescriptor.Singleton(archive));
        return this;
    }

    /// <summary>Changes options of the engine that <see cref="HoldfastOptions"/> does not have.</summary>
    public HoldfastBuilder ConfigureEngine(Func<EngineOptions, EngineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var before = EngineConfiguration;
        EngineConfiguration = options => configure(before(options));
        return this;
    }
}
