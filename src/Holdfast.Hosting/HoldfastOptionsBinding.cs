using System.Globalization;
using Holdfast.Protocol;
using Microsoft.Extensions.Configuration;

namespace Holdfast.Hosting;

/// <summary>Reads options from configuration, without reflection.</summary>
internal static class HoldfastOptionsBinding
{
    public static void Bind(IConfiguration section, HoldfastOptions options)
    {
        options.DataFolder = section[nameof(HoldfastOptions.DataFolder)] ?? options.DataFolder;
        options.InMemory = Read(section, nameof(HoldfastOptions.InMemory), bool.Parse, options.InMemory);
        options.Tracing = Read(section, nameof(HoldfastOptions.Tracing), bool.Parse, options.Tracing);
        options.Namespace = section[nameof(HoldfastOptions.Namespace)] ?? options.Namespace;
        foreach (var name in section.GetSection(nameof(HoldfastOptions.Namespaces)).GetChildren())
        {
            options.Namespaces.Add(name.Value ?? string.Empty);
        }

        options.TaskQueue = section[nameof(HoldfastOptions.TaskQueue)] ?? options.TaskQueue;
        options.MaxConcurrentActivities = Read(section, nameof(HoldfastOptions.MaxConcurrentActivities), Integer, options.MaxConcurrentActivities);
        options.TaskQueueLimits = TaskQueueLimitsBinding.Read(section.GetSection(nameof(HoldfastOptions.TaskQueueLimits))) ?? options.TaskQueueLimits;
        options.CachedRuns = Read(section, nameof(HoldfastOptions.CachedRuns), Integer, options.CachedRuns);
        options.Owners = Read(section, nameof(HoldfastOptions.Owners), Integer, options.Owners);
        options.ShutdownGracePeriod = Read(section, nameof(HoldfastOptions.ShutdownGracePeriod), Time, options.ShutdownGracePeriod);
        options.Retention = Read(section, nameof(HoldfastOptions.Retention), Time, options.Retention);
        options.SweepBlobs = Read<bool?>(section, nameof(HoldfastOptions.SweepBlobs), static text => bool.Parse(text), options.SweepBlobs);
        options.BlobGracePeriod = Read(section, nameof(HoldfastOptions.BlobGracePeriod), Time, options.BlobGracePeriod);
    }

    internal static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    internal static TimeSpan Time(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    internal static T Read<T>(IConfiguration section, string name, Func<string, T> parse, T unset)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return unset;
        }

        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"The configuration value {name} is '{text}', which is not a {typeof(T).Name}.", exception);
        }
    }
}
