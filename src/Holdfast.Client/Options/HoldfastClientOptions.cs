using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast;

/// <summary>Settings of a <see cref="HoldfastClient"/>. They are read once, when the client is made.</summary>
public sealed class HoldfastClientOptions
{
    /// <summary>The namespace used when none is named: "default".</summary>
    public const string DefaultNamespace = "default";

    /// <summary>How long a refused call is tried again unless told otherwise: 10 seconds.</summary>
    public static readonly TimeSpan DefaultRetryTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The namespace of every workflow this client starts and finds. Default "default"; 1 to 1,000 bytes of UTF-8.</summary>
    public string Namespace { get; set; } = DefaultNamespace;

    /// <summary>Who the client says it is; shown in histories. Default process ID @ machine name; 1 to 1,000 bytes of UTF-8.</summary>
    public string Identity { get; set; } = $"{Environment.ProcessId}@{Environment.MachineName}";

    /// <summary>Turns arguments into payloads and results back. Default <see cref="JsonDataConverter.Default"/>; it must fit the workers' converter.</summary>
    public IDataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    /// <summary>Where blobs are kept; the store that the workers use. Default: nowhere, blobs cannot be used.</summary>
    public IBlobStore? BlobStore { get; set; }

    /// <summary>Which payloads lie in the blob store instead of the history. Default: those above 256 KiB, when there is a blob store.</summary>
    public ExternalPayloadOptions ExternalPayloads { get; set; } = ExternalPayloadOptions.Default;

    /// <summary>How large what the client sends may be. Default: <see cref="PayloadLimits.Default"/>.</summary>
    public PayloadLimits PayloadLimits { get; set; } = PayloadLimits.Default;

    /// <summary>Makes the client's logger. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>
    /// How long a call that the engine refuses because it is busy (HF2100) or restarting (HF2101) is tried again before the refusal reaches the caller.
    /// Default 10 seconds; zero means never. Other errors are not tried again.
    /// </summary>
    public TimeSpan RetryTimeLimit { get; set; } = DefaultRetryTimeLimit;

    /// <summary>The clock that waits between tries. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where request IDs, update IDs, workflow IDs that were not given, and the spread of waiting times come from. Default: random; give a seeded one for repeatable runs.</summary>
    public Func<Guid> GuidSource { get; set; } = Guid.NewGuid;

    /// <summary>What stands around every call, the first outermost. Default: nothing.</summary>
    public IReadOnlyList<IClientInterceptor> Interceptors { get; set; } = [];

    internal void Validate()
    {
        RequestText.Require(Namespace, "HoldfastClientOptions.Namespace");
        RequestText.Require(Identity, "HoldfastClientOptions.Identity");
        Requirement.That(RetryTimeLimit >= TimeSpan.Zero, $"HoldfastClientOptions.RetryTimeLimit is {RetryTimeLimit}; it must be zero (never try again) or more.");
        Requirement.That(DataConverter is not null, "HoldfastClientOptions.DataConverter is null; leave it at JsonDataConverter.Default or give the converter that the workers use.");
        Requirement.That(PayloadLimits is not null, "HoldfastClientOptions.PayloadLimits is null; leave it at PayloadLimits.Default or give other limits.");
        PayloadLimits.Validate();
        Requirement.That(ExternalPayloads is not null, "HoldfastClientOptions.ExternalPayloads is null; leave it at ExternalPayloadOptions.Default or give other settings.");
        ExternalPayloads.Validate();
        Requirement.That(LoggerFactory is not null, "HoldfastClientOptions.LoggerFactory is null; leave it at NullLoggerFactory.Instance or give another factory.");
        Requirement.That(TimeProvider is not null, "HoldfastClientOptions.TimeProvider is null; leave it at TimeProvider.System or give another clock.");
        Requirement.That(Interceptors is not null && !Interceptors.Contains(null!), "HoldfastClientOptions.Interceptors is null or has a null in it; leave it empty or give interceptors.");
        Requirement.That(GuidSource is not null, "HoldfastClientOptions.GuidSource is null; leave it at Guid.NewGuid or give another source.");
    }
}
