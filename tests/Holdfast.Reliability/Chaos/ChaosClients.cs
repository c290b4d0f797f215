using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>
/// Clients that start payments, send their signals and await their results, and write down whatever they were told. In the next life of the process they go on
/// from what is written.
/// </summary>
internal sealed class ChaosClients
{
    /// <summary>Workflows that one process has under way at a time.</summary>
    public const int Window = 64;

    private static readonly TimeSpan MostUntilChildrenEnd = TimeSpan.FromMinutes(1);

    private readonly IHoldfastClient _client;
    private readonly LineFile _told;
    private readonly bool _isFinishing;
    private readonly HashSet<string> _known;
    private readonly int _end;
    private int _next = -1;

    public ChaosClients(IHoldfastClient client, LineFile told, bool isFinishing)
    {
        _client = client;
        _told = told;
        _isFinishing = isFinishing;
        var lines = told.Read();
        _known = [.. lines.Select(l => string.Join(' ', l[0] is "tip" or "bonus" ? l[..3] : l[..2]))];
        var begun = lines.Where(l => l[0] == "start").Select(l => int.Parse(l[1], CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Max();
        _end = isFinishing ? begun + Window + 1 : int.MaxValue;
    }

    /// <summary>Runs until all is done, which is never unless they are finishing.</summary>
    public async Task RunAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Window).Select(_ => Task.Run(DriveAsync)));
        if (_isFinishing)
        {
            await ReadAgainAsync();
        }
    }

    private async Task DriveAsync()
    {
        for (var index = Interlocked.Increment(ref _next); index < _end; index = Interlocked.Increment(ref _next))
        {
            if (!IsKnown($"done {index}"))
            {
                await DriveAsync(index);
            }
        }
    }

    private async Task DriveAsync(int index)
    {
        var handle = _client.GetWorkflowHandle<PaymentWorkflow, long>(PaymentPlan.IdOf(index));
        try
        {
            await StartAsync(index);
            await Task.WhenAll(Enumerable.Range(0, PaymentPlan.Signals).Select(signal => TipAsync(handle, index, signal)));
            for (var bonus = 0; bonus < PaymentPlan.BonusesOf(index); bonus++)
            {
                await AddBonusAsync(handle, index, PaymentPlan.FirstBonus + bonus);
            }

            Tell($"done {index} {await handle.ResultAsync()}");
        }
        catch (HoldfastException exception)
        {
            Tell($"wrong {index} {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private async Task StartAsync(int index)
    {
        if (!IsKnown($"start {index}"))
        {
            WorkflowOptions once = new() { Id = PaymentPlan.IdOf(index), IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting, IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate };
            await _client.StartWorkflowAsync((PaymentWorkflow w) => w.RunAsync(index), once);
            Tell($"start {index}");
        }
    }

    /// <summary>Sent again with the same request ID when it is not known whether it arrived; a run that has ended has taken it.</summary>
    private async Task TipAsync(WorkflowHandle<PaymentWorkflow, long> handle, int index, int signal)
    {
        if (IsKnown($"tip {index} {signal}"))
        {
            return;
        }

        try
        {
            var requestId = string.Create(CultureInfo.InvariantCulture, $"tip-{index}-{signal}");
            await handle.SignalAsync(w => w.Tip(PaymentPlan.TipOf(index, signal)), new WorkflowSignalOptions { RequestId = requestId });
            Tell($"tip {index} {signal}");
        }
        catch (WorkflowClosedException)
        {
            // Its result says whether it took both.
        }
    }

    /// <summary>Sent again with the same ID when it is not known what became of it; it pays once, and is answered with the same amount.</summary>
    private async Task AddBonusAsync(WorkflowHandle<PaymentWorkflow, long> handle, int index, int step)
    {
        if (IsKnown($"bonus {index} {step}"))
        {
            return;
        }

        var updateId = string.Create(CultureInfo.InvariantCulture, $"bonus-{index}-{step}");
        var amount = await handle.ExecuteUpdateAsync(w => w.AddBonusAsync(index, step), new WorkflowUpdateOptions { UpdateId = updateId });
        if (amount == PaymentPlan.AmountOf(index, step))
        {
            Tell($"bonus {index} {step}");
        }
        else
        {
            Tell($"wrong {index} bonus {step} gave {amount}");
        }
    }

    /// <summary>What was told is still so, and nothing is left over.</summary>
    private async Task ReadAgainAsync()
    {
        for (var index = 0; index < _end; index++)
        {
            var result = await _client.GetWorkflowHandle<PaymentWorkflow, long>(PaymentPlan.IdOf(index)).ResultAsync();
            if (result != PaymentPlan.ResultOf(index))
            {
                Tell($"wrong {index} result {result}");
            }
        }

        await UntilNothingIsOpenAsync();
        var indexes = Enumerable.Range(0, _end).ToList();
        await RequireCountAsync("ExecutionStatus = 'Running'", 0);
        await RequireCountAsync("ExecutionStatus = 'Terminated'", indexes.Count(i => PaymentPlan.ChildrenOf(i).Contains(PaymentPlan.TerminatedChild)));
        await RequireCountAsync("ExecutionStatus = 'Canceled'", indexes.Count(i => PaymentPlan.ChildrenOf(i).Contains(PaymentPlan.CanceledChild)));
        await RequireCountAsync("ExecutionStatus = 'ContinuedAsNew'", indexes.Sum(PaymentPlan.ContinuedRunsOf));
        await RequireCountAsync(string.Empty, indexes.Sum(PaymentPlan.RunsOf));
    }

    /// <summary>Children that outlive their parents, or are ended by their end, come to theirs a little later.</summary>
    private async Task UntilNothingIsOpenAsync()
    {
        using CancellationTokenSource late = new(MostUntilChildrenEnd);
        try
        {
            await foreach (var open in _client.ListWorkflowsAsync("ExecutionStatus = 'Running'", cancellationToken: late.Token))
            {
                await UntilEndedAsync(_client.GetWorkflowHandle(open.Execution.WorkflowId), late.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The count tells how many are open.
        }
    }

    private static async Task UntilEndedAsync(WorkflowHandle handle, CancellationToken cancellationToken)
    {
        try
        {
            await handle.ResultAsync(cancellationToken: cancellationToken);
        }
        catch (WorkflowException)
        {
            // It was canceled or terminated.
        }
    }

    private async Task RequireCountAsync(string filter, int expected)
    {
        var counted = await _client.CountWorkflowsAsync(filter);
        if (counted.Count != expected)
        {
            Tell($"wrong - {counted.Count} runs, and not {expected}: {filter}");
        }
    }

    private bool IsKnown(FormattableString line) => _known.Contains(FormattableString.Invariant(line));

    private void Tell(FormattableString line) => _told.Append(FormattableString.Invariant(line));
}
