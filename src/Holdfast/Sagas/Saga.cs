using System.Globalization;

namespace Holdfast;

/// <summary>Remembers how to undo what a workflow has done, and undoes it when a later step fails.</summary>
/// <remarks>
/// Add a compensation before the step that it undoes when the step may take effect and still fail (an activity that times out may have done its work), and let it
/// bear that there is nothing to undo. Compensations run in a detached cancellation scope: cancellation of the workflow does not stop them.
/// </remarks>
/// <param name="options">How it undoes. Default: one after another in reverse, going on when one fails.</param>
public sealed class Saga(SagaOptions? options = null)
{
    private readonly SagaOptions _options = options ?? new SagaOptions();
    private readonly List<Func<Task>> _compensations = [];

    /// <summary>Compensations that were added and have not run.</summary>
    public int Count => _compensations.Count;

    /// <summary>Runs code that adds compensations; when it fails or is canceled they run, and then what it threw is thrown.</summary>
    /// <remarks>What does not end the workflow starts no compensation: a bug, which fails the workflow task until it is mended, and continuing as new.</remarks>
    /// <param name="body">The code.</param>
    /// <param name="options">How the saga undoes.</param>
    /// <exception cref="SagaCompensationException">Compensations failed; its last <see cref="SagaCompensationException.Failures">failure</see> is what the code threw.</exception>
    public static async Task RunAsync(Func<Saga, Task> body, SagaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        await RunAsync(
            async saga =>
            {
                await body(saga);
                return true;
            },
            options);
    }

    /// <summary>Runs code that adds compensations and gives a result. See <see cref="RunAsync(Func{Saga, Task}, SagaOptions?)"/>.</summary>
    /// <param name="body">The code.</param>
    /// <param name="options">How the saga undoes.</param>
    /// <exception cref="SagaCompensationException">Compensations failed; its last <see cref="SagaCompensationException.Failures">failure</see> is what the code threw.</exception>
    public static async Task<TResult> RunAsync<TResult>(Func<Saga, Task<TResult>> body, SagaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var context = WorkflowContext.Require();
        var saga = new Saga(options);
        try
        {
            return await body(saga);
        }
        catch (Exception exception) when (context.FailsWorkflow(exception))
        {
            await saga.CompensateAsync(exception);
            throw;
        }
    }

    /// <summary>Adds a compensation.</summary>
    /// <param name="compensation">Undoes a step.</param>
    public void AddCompensation(Func<Task> compensation)
    {
        ArgumentNullException.ThrowIfNull(compensation);
        _compensations.Add(compensation);
    }

    /// <summary>Runs the compensations, each once: a second call runs those that were added since.</summary>
    /// <exception cref="SagaCompensationException">Compensations failed.</exception>
    public Task CompensateAsync() => CompensateAsync(null);

    private async Task CompensateAsync(Exception? cause)
    {
        var reversed = Enumerable.Reverse(_compensations).ToList();
        _compensations.Clear();
        List<Exception> failures = [];
        await Workflow.RunDetachedAsync(() => _options.IsParallel ? RunTogetherAsync(reversed, failures) : RunInTurnAsync(reversed, failures), _options.Timeout);
        if (failures.Count > 0)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"{failures.Count} of {reversed.Count} compensations failed: {failures[0].Message}");
            throw new SagaCompensationException(message, cause is null ? failures : [.. failures, cause]);
        }
    }

    private async Task RunInTurnAsync(List<Func<Task>> reversed, List<Exception> failures)
    {
        foreach (var compensation in reversed)
        {
            await RunAsync(compensation, failures);
            if (failures.Count > 0 && !_options.ContinuesOnError)
            {
                return;
            }
        }
    }

    private async Task RunTogetherAsync(List<Func<Task>> reversed, List<Exception> failures)
    {
        using var scope = new CancellationScope();
        await scope.RunAsync(() => Task.WhenAll(reversed.Select(async compensation =>
        {
            await RunAsync(compensation, failures);
            if (failures.Count > 0 && !_options.ContinuesOnError)
            {
                scope.Cancel();
            }
        })));
    }

    private static async Task RunAsync(Func<Task> compensation, List<Exception> failures)
    {
        var context = WorkflowContext.Require();
        try
        {
            await compensation();
        }
        catch (Exception exception) when (context.FailsWorkflow(exception))
        {
            failures.Add(exception);
        }
    }
}
