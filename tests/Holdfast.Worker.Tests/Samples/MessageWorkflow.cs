using System.Globalization;

namespace Holdfast.Worker.Tests;

/// <summary>Handlers of every kind: each test names a script.</summary>
[Workflow(FailureExceptionTypes = [typeof(TimeZoneNotFoundException)])]
public sealed class MessageWorkflow
{
    private readonly List<string> _log = [];
    private readonly string _greeting;
    private bool _isDone;

    [WorkflowInit]
    public MessageWorkflow(string script) => _greeting = $"{script} of {Workflow.Info.WorkflowId}";

    public async Task<string> RunAsync(string script)
    {
        Workflow.CurrentDetails = "**half** way";
        await (script switch
        {
            "late" => LateAsync(),
            "at once" => AtOnceAsync(),
            "queue" => QueueAsync(),
            "named failure" => throw new TimeZoneNotFoundException("nowhere"),
            _ => Workflow.WaitConditionAsync(() => _isDone),
        });
        return string.Join(", ", _log);
    }

    [Signal(Description = "ends the workflow")]
    public void Done() => _isDone = true;

    [Signal]
    public async Task SlowAsync()
    {
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        _log.Add("slow");
    }

    [Signal(UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
    public Task QuietAsync() => Workflow.DelayAsync(TimeSpan.FromHours(1));

    [Update(UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
    public Task QuietUpdateAsync() => Workflow.DelayAsync(TimeSpan.FromHours(1));

    [Update]
    public Task SlowUpdateAsync() => Workflow.DelayAsync(TimeSpan.FromHours(1));

    [Query]
    public string Greeting() => _greeting;

    [Signal(Dynamic = true)]
    public Task AnySignalAsync(string name, RawArguments arguments)
    {
        _log.Add($"{name}({string.Join(' ', Enumerable.Range(0, arguments.Count).Select(arguments.Get<string>))})");
        return Task.CompletedTask;
    }

    [Query(Dynamic = true)]
    public string AnyQuery(string name, RawArguments arguments) => $"{name}? {arguments.GetOrDefault(0, "nothing")}";

    [Update(Dynamic = true, Validator = nameof(CheckAny))]
    public async Task<string> AnyUpdateAsync(string name, RawArguments arguments)
    {
        await Task.CompletedTask;
        return $"{name}: {arguments.Get<int>(0) + 1}";
    }

    public void CheckAny(string name, RawArguments arguments)
    {
        if (arguments.Count != 1)
        {
            throw new InvalidOperationException($"{name} takes one number");
        }
    }

    private async Task LateAsync()
    {
        Workflow.RemoveSignalHandler(null);
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        Workflow.SetSignalHandler("Later", (string item) => _log.Add($"later {item}"));
        Workflow.SetQueryHandler("Later", _ => _log.Count);
        Workflow.SetUpdateHandler("Later", (int by) => Task.FromResult(by * 2), by => _log.Add($"checked {by}"));
        await Workflow.WaitConditionAsync(() => _log.Count > 2);
        Workflow.SetDynamicSignalHandler((name, arguments) =>
        {
            _log.Add($"any {name} {arguments.Get<int>(0).ToString(CultureInfo.InvariantCulture)}");
            return Task.CompletedTask;
        });
        Workflow.RemoveUpdateHandler("Later");
        Workflow.RemoveUpdateHandler(null);
        await Workflow.WaitConditionAsync(() => _isDone);
    }

    private async Task AtOnceAsync()
    {
        Workflow.SetSignalHandler("Early", (string item) => _log.Add($"early {item}"));
        await Workflow.WaitConditionAsync(() => _isDone);
    }

    private async Task QueueAsync()
    {
        Workflow.RemoveSignalHandler(null);
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        var items = Workflow.Signals<int>("Item", capacity: 1);
        await foreach (var item in items.ReadAllAsync())
        {
            _log.Add($"item {item.ToString(CultureInfo.InvariantCulture)}");
            if (item < 0)
            {
                items.Complete();
            }
        }
    }
}
