using Microsoft.Extensions.Logging;

namespace Holdfast.Worker.Tests;

/// <summary>Workflow code given by the test: each test names a script.</summary>
[Workflow]
public sealed class ScriptWorkflow
{
    private readonly List<string> _log = [];

    public int Level { get; private set; }

    public async Task<string> RunAsync(string script)
    {
        _log.Add("run");
        var result = await Scripts.All[script](this);
        return result;
    }

    [Signal]
    public async Task LevelAsync(int level)
    {
        _log.Add($"level {level}");
        Level = level;
        await Task.CompletedTask;
    }

    [Signal]
    public async Task SlowAsync()
    {
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        _log.Add("slow done");
    }

    [Signal]
    public void Throw(string kind) => throw Scripts.Exception(kind);

    [Update(Name = "Raise", Validator = nameof(CheckLift))]
    public async Task<int> LiftAsync(int by)
    {
        _log.Add($"raise {by}");
        Level += by;
        await Task.CompletedTask;
        return Level;
    }

    public void CheckLift(int by)
    {
        if (by <= 0)
        {
            throw new InvalidOperationException($"cannot raise by {by}");
        }
    }

    [Update]
    public async Task<string> ChargeAsync(string order) => await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync(order, 1));

    [Update]
    public Task FailAsync(string kind) => throw Scripts.Exception(kind);

    [Query]
    public int CurrentLevel() => Level;

    [Query]
    public string Log() => string.Join(", ", _log);

    [Query]
    public bool Act()
    {
        _ = Workflow.DelayAsync(TimeSpan.FromSeconds(1));
        return true;
    }

    public void Note(string line)
    {
        _log.Add(line);
        Workflow.Logger.LogInformation("{Line}", line);
    }
}
