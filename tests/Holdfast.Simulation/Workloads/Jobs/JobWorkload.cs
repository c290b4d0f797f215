using System.Globalization;
using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Several clients start activities without a workflow under a few IDs that they share, with all policies, and cancel, terminate, describe them or wait for them.</summary>
internal sealed class JobWorkload(World world, Random chance, string id) : IWorkload
{
    private const int MostClients = 3;
    private const int MostJobsPerClient = 5;
    private const int MostIds = 3;

    /// <summary>Longer than a start that comes once more may be on its way, wait for its host, for the store, and for the disk.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromMinutes(3);

    private readonly Dictionary<RunId, JobRun> _runs = [];
    private readonly Dictionary<string, JobRun> _jobs = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private readonly int _ids = chance.Next(1, MostIds + 1);

    public string Name => $"jobs {id}";

    private bool MayStartLate => world.Faults.Kinds.HasNetworkFaults();

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        await Task.WhenAll(Enumerable.Range(0, chance.Next(1, MostClients + 1)).Select(client => StartManyAsync(client, chance.Next(1, MostJobsPerClient + 1))));
        await Task.Delay(MayStartLate ? LongestWay : TimeSpan.Zero, world.Clock);
        JobChecker checker = new(_runs, world.Outside);
        HashSet<RunId> there = [];
        for (var i = 0; i < _ids; i++)
        {
            var listed = await ListEndedAsync(IdOf(i));
            there.UnionWith(listed.Select(l => l.RunId));
            _problems.AddRange(checker.Check(listed, MayStartLate, world.Faults.Kinds.HasFlag(FaultKinds.ClockJumps)));
        }

        _problems.AddRange(_runs.Where(r => !there.Contains(r.Key)).Select(r => $"the start of job {r.Value.Name} ({r.Key}) was acknowledged and is lost"));
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => _problems;

    private async Task StartManyAsync(int client, int count)
    {
        var isHurried = chance.Next(2) == 0;
        for (var i = 0; i < count; i++)
        {
            await DelayAsync(isHurried ? 50 : 2_000);
            JobRun job = new(string.Create(CultureInfo.InvariantCulture, $"{id}.{client}.{i}"), (JobPlan)Math.Max(0, chance.Next(5) - 2), Pick(ActivityIdReusePolicy.AllowDuplicate, ActivityIdReusePolicy.AllowDuplicate, ActivityIdReusePolicy.AllowDuplicateFailedOnly, ActivityIdReusePolicy.RejectDuplicate));
            if (await StartAsync(job, IdOf(chance.Next(_ids))) is { } handle)
            {
                await FollowAsync(handle, _runs[handle.RunId]);
            }
        }
    }

    private async Task<ActivityHandle<string>?> StartAsync(JobRun job, string activityId)
    {
        var (name, plan, failures, milliseconds) = (job.Name, job.Plan, chance.Next(3), chance.Next(2) * chance.Next(1_000));
        StandaloneActivityOptions options = new()
        {
            Id = activityId,
            IdReusePolicy = job.ReusePolicy,
            IdConflictPolicy = Pick(ActivityIdConflictPolicy.Fail, ActivityIdConflictPolicy.UseExisting),
            StartToCloseTimeout = TimeSpan.FromMinutes(2),
            HeartbeatTimeout = plan == JobPlan.Hang ? TimeSpan.FromSeconds(30) : null,
            RetryPolicy = plan == JobPlan.Hang ? new RetryPolicy { MaximumAttempts = 1 } : null,
            StartDelay = chance.Next(5) == 0 ? TimeSpan.FromMilliseconds(chance.Next(1, 3_000)) : null,
            RequestId = name,
        };
        _jobs.Add(name, job);
        try
        {
            var started = await world.Client.StartActivityAsync((JobActivities a) => a.WorkAsync(name, plan, failures, milliseconds, CancellationToken.None), options);
            var handle = world.Client.GetActivityHandle<string>(activityId, started.RunId);
            var owner = options.IdConflictPolicy == ActivityIdConflictPolicy.Fail ? job : await OwnerAsync(handle);
            Require(_runs.TryAdd(handle.RunId, owner) || _runs[handle.RunId] == owner, $"job {name} and {_runs[handle.RunId].Name} were started as the same run {handle.RunId}");
            return handle;
        }
        catch (ActivityAlreadyStartedException refusal)
        {
            world.Trace.Write($"    {name} is refused: {refusal.Message}");
            return null;
        }
    }

    /// <summary>Who has started a run that others were told to use.</summary>
    private async Task<JobRun> OwnerAsync(ActivityHandle<string> handle)
    {
        var described = await handle.DescribeAsync();
        var name = WorldEncryption.Open(described.Input[0], NamespaceRules.Default, StandaloneActivity.WorkflowIdOf(handle.Id));
        return _jobs[JsonSerializer.Deserialize<string>(name.Data.Span)!];
    }

    private async Task FollowAsync(ActivityHandle<string> handle, JobRun job)
    {
        var what = chance.Next(job.Plan == JobPlan.Hang ? 2 : 5);
        if (what < 2)
        {
            await DelayAsync(2_000);
            await (what == 0 ? TerminateAsync(handle, job) : CancelAsync(handle, job));
        }
        else if (what == 2)
        {
            var described = await handle.DescribeAsync();
            Require(described.Info.RunId == handle.RunId, $"job {job.Name} is described as {described.Info.RunId}");
            return;
        }

        await AwaitAsync(handle, job);
    }

    private async Task TerminateAsync(ActivityHandle<string> handle, JobRun job)
    {
        job.IsTerminationAsked = true;
        if (await TryAsync(() => handle.TerminateAsync("enough")))
        {
            Tell(job, ActivityExecutionStatus.Terminated);
        }
    }

    private Task<bool> CancelAsync(ActivityHandle<string> handle, JobRun job)
    {
        job.IsCancelAsked = true;
        return TryAsync(() => handle.CancelAsync("enough"));
    }

    /// <summary>Waits for the end. What hangs may have lost the worker that learned of the request to stop: nothing but its timeout ends it then.</summary>
    private async Task AwaitAsync(ActivityHandle<string> handle, JobRun job)
    {
        try
        {
            var result = await handle.ResultAsync();
            Require(result == $"{job.Name} done", $"job {job.Name} gave {result}");
            Tell(job, ActivityExecutionStatus.Completed);
        }
        catch (ActivityDidNotCompleteException failure)
        {
            Tell(job, failure.Status);
        }
    }

    private void Tell(JobRun job, ActivityExecutionStatus status)
    {
        Require((job.ToldStatus ?? status) == status, $"job {job.Name} was told to be {job.ToldStatus}, and now {status}");
        job.ToldStatus = status;
    }

    /// <summary>All runs of an ID, when they have ended.</summary>
    private async Task<List<ActivityExecutionInfo>> ListEndedAsync(string activityId)
    {
        foreach (var open in (await ListAsync(activityId)).Where(i => i.Status == ActivityExecutionStatus.Running))
        {
            var handle = world.Client.GetActivityHandle<string>(activityId, open.RunId);
            await (_runs.TryGetValue(open.RunId, out var job) ? AwaitAsync(handle, job) : TryAsync(() => handle.TerminateAsync("nobody's")));
        }

        return await ListAsync(activityId);
    }

    private async Task<List<ActivityExecutionInfo>> ListAsync(string activityId)
    {
        List<ActivityExecutionInfo> listed = [];
        await foreach (var info in world.Client.ListActivitiesAsync($"ActivityId = '{activityId}'"))
        {
            listed.Add(info);
        }

        return listed;
    }

    /// <summary>Asks for something; false when the run has ended before.</summary>
    private async Task<bool> TryAsync(Func<Task> operation)
    {
        try
        {
            await operation();
            return true;
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.RunClosed)
        {
            world.Trace.Write($"    {id}: too late: {refusal.Message}");
            return false;
        }
    }

    private void Require(bool isRight, string problem)
    {
        if (!isRight)
        {
            _problems.Add(problem);
        }
    }

    private string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{id}.id{number}");

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[chance.Next(choices.Length)];

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
