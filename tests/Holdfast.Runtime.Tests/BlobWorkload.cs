using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>Runs that take blobs, hand them on to one another, end and are deleted, while time passes and the process dies, as a seed says.</summary>
internal sealed class BlobWorkload(PumpedEngine engine, int seed) : IAsyncDisposable
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<HeldBlob>> _held = new(StringComparer.Ordinal);
    private int _workflows;

    public PumpedEngine Engine => engine;

    /// <summary>Does one thing.</summary>
    public async Task StepAsync()
    {
        switch (_random.Next(12))
        {
            case 0 or 1: Start(await PutAsync()); break;
            case 2 or 3 when _held.Count > 0: Give(AnyWorkflow(), await PutAsync()); break;
            case 4 or 5 when _held.Count > 0: HandOn(); break;
            case 6 when _held.Count > 0: Delete(AnyWorkflow()); break;
            case 7: await PutAsync(); break;
            case 8: BlobSweepingTests.Pass(engine, TimeSpan.FromMinutes(_random.Next(1, 120))); break;
            case 9: engine.Time.Advance(TimeSpan.FromMinutes(_random.Next(1, 600))); break;
            case 10: engine.CrashAndRestart((ulong)_random.Next()); break;
            default: await CheckAsync(); break;
        }
    }

    /// <summary>Reads every blob of every run.</summary>
    public async Task CheckAsync()
    {
        foreach (var blob in _held.Values.SelectMany(b => b).DistinctBy(b => b.Reference))
        {
            await using var stream = await engine.Blobs.OpenReadAsync(blob.Reference, CancellationToken.None);
            await using MemoryStream copy = new();
            await stream.CopyToAsync(copy, CancellationToken.None);
            Assert.Equal(blob.Content, copy.ToArray());
        }
    }

    public void EndAll() => _held.Keys.ToList().ForEach(Delete);

    public ValueTask DisposeAsync() => engine.Engine.DisposeAsync();

    private Task<HeldBlob> PutAsync() => BlobSweepingTests.PutAsync(engine, string.Create(CultureInfo.InvariantCulture, $"content {_random.Next(30)}"));

    private string AnyWorkflow() => _held.Keys.ElementAt(_random.Next(_held.Count));

    private void Start(HeldBlob blob)
    {
        var workflowId = string.Create(CultureInfo.InvariantCulture, $"w{_workflows++}");
        engine.StartWorkflow(workflowId, "Holder", blob.In);
        _held.Add(workflowId, [blob]);
    }

    private void Give(string workflowId, HeldBlob blob)
    {
        BlobSweepingTests.Signal(engine, workflowId, blob);
        _held[workflowId].Add(blob);
    }

    /// <summary>Somebody reads a reference from a run, which may be deleted before another run gets it, but not long before.</summary>
    private void HandOn()
    {
        var from = AnyWorkflow();
        var blob = _held[from][_random.Next(_held[from].Count)];
        if (_random.Next(2) == 0)
        {
            Delete(from);
            BlobSweepingTests.Pass(engine, TimeSpan.FromMinutes(_random.Next(60)));
        }

        Start(blob);
    }

    private void Delete(string workflowId)
    {
        engine.Run(engine.Service.DeleteWorkflowExecutionAsync(new DeleteWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, default) }, CancellationToken.None));
        _held.Remove(workflowId);
    }
}
