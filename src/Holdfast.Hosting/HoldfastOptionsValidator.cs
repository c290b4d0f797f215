using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Options;

namespace Holdfast.Hosting;

/// <summary>Says at start what is wrong with the options, and how to mend it.</summary>
internal sealed class HoldfastOptionsValidator : IValidateOptions<HoldfastOptions>
{
    private const int NameLimit = 1_000;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, HoldfastOptions options)
    {
        List<string> failures = [];
        Check(failures, options.InMemory || !string.IsNullOrWhiteSpace(options.DataFolder), "HoldfastOptions.DataFolder is empty. Name a folder, or set InMemory.");
        foreach (var problem in options.Namespaces.Prepend(options.Namespace).Select(NamespaceRules.ProblemOfName).OfType<string>())
        {
            failures.Add($"HoldfastOptions.Namespace and Namespaces: {problem}");
        }

        Check(failures, options.TaskQueue is { Length: > 0 and <= NameLimit }, "HoldfastOptions.TaskQueue must have 1 to 1,000 characters.");
        Check(failures, options.MaxConcurrentActivities is >= 1 and <= 100_000, $"HoldfastOptions.MaxConcurrentActivities is {options.MaxConcurrentActivities}; it must be 1 to 100,000.");
        Check(failures, options.TaskQueueLimits);
        Check(failures, options.CachedRuns >= 1, $"HoldfastOptions.CachedRuns is {options.CachedRuns}; it must be at least 1.");
        Check(failures, options.Owners is >= 1 and <= 64, $"HoldfastOptions.Owners is {options.Owners}; it must be 1 to 64.");
        Check(failures, options.ShutdownGracePeriod >= TimeSpan.Zero, $"HoldfastOptions.ShutdownGracePeriod is {options.ShutdownGracePeriod}; it must not be negative.");
        Check(failures, options.Retention >= TimeSpan.FromMinutes(1), $"HoldfastOptions.Retention is {options.Retention}; it must be at least 1 minute.");
        Check(failures, options.BlobGracePeriod >= TimeSpan.FromMinutes(1), $"HoldfastOptions.BlobGracePeriod is {options.BlobGracePeriod}; it must be at least 1 minute.");
        Check(failures, options.Interceptors.All(static i => i is IClientInterceptor or IWorkerInterceptor), "HoldfastOptions.Interceptors has something in it that is neither an IClientInterceptor nor an IWorkerInterceptor.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(List<string> failures, TaskQueueLimits? limits)
    {
        try
        {
            limits?.Validate();
        }
        catch (HoldfastException exception)
        {
            failures.Add(exception.Message);
        }
    }

    private static void Check(List<string> failures, bool condition, string failure)
    {
        if (!condition)
        {
            failures.Add(failure);
        }
    }
}
