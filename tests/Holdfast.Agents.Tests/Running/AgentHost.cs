using Holdfast.Engine;
using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Holdfast.Storage;
using Holdfast.Testing;
using Holdfast.TestSupport;
using Holdfast.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Agents.Tests;

/// <summary>A host with engine, worker, client and agents: disk, store and time are virtual, and the test turns it. Every workflow task is replayed from its whole history.</summary>
internal sealed class AgentHost : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly EngineOptions _engineOptions;
    private readonly Action<AgentsBuilder> _configure;
    private readonly TestThread _thread = new();
    private readonly SynchronizationContext? _outer = SynchronizationContext.Current;
    private ServiceProvider _services;
    private HoldfastEngine _engine;
    private int _lives;

    public AgentHost(Action<AgentsBuilder> configure, EngineLimits? limits = null)
    {
        _configure = configure;
        SynchronizationContext.SetSynchronizationContext(_thread);
        _engineOptions = new EngineOptions
        {
            Owners = 1,
            Pumping = EnginePumping.Caller,
            TimeProvider = Time,
            BackgroundScheduler = InlineScheduler.Instance,
            Limits = limits ?? EngineLimits.Default,
            OnFatal = exception => Fatal = exception,
        };
        (_services, _engine) = Start();
    }

    public VirtualTimeProvider Time { get; } = new();

    public MemoryDisk Disk { get; } = new();

    public InMemorySettledStore Store { get; } = new();

    public Exception? Fatal { get; private set; }

    /// <summary>Workflow tasks that were replayed from their whole history and gave the same commands.</summary>
    public int ReplayedTasks { get; private set; }

    public IHoldfastClient Client => new HoldfastClient(_engine.Service, new HoldfastClientOptions { TimeProvider = Time });

    public WorkflowHandle<AgentWorkflow, AgentResult> StartAgent(string agent, string message) => StartAgent(new AgentInput(agent, message));

    public WorkflowHandle<AgentWorkflow, AgentResult> StartAgent(AgentInput input) =>
        Run(Client.StartWorkflowAsync((AgentWorkflow w) => w.RunAsync(input), new WorkflowOptions { Id = "agent-1" }));

    public AgentResult RunAgent(string agent, string message) => ResultOf(StartAgent(agent, message));

    public AgentResult ResultOf(WorkflowHandle<AgentWorkflow, AgentResult> handle) => Run(handle.ResultAsync());

    /// <summary>Ends the process as SIGKILL does, and starts another on what is durable.</summary>
    public void CrashAndRestart()
    {
        Disk.Crash(1);
        _services.Dispose();
        (_services, _engine) = Start();
    }

    public List<HistoryEvent> HistoryOf(WorkflowHandle handle)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = Client.Namespace, Execution = new WorkflowExecution(handle.Id, handle.FirstExecutionRunId), MaximumEvents = 10_000 };
        return [.. Run(_engine.Service.GetWorkflowExecutionHistoryAsync(request, CancellationToken.None)).Events];
    }

    /// <summary>Turns the engine, and moves time on when it has nothing to do, until the task ends.</summary>
    public T Run<T>(Task<T> task)
    {
        RunUntil(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    public void Run(Task task)
    {
        RunUntil(() => task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    public void RunUntil(Func<bool> condition)
    {
        var limit = Time.GetUtcNow() + LongestWait;
        while (!condition())
        {
            if (!Turn())
            {
                Assert.True(_engine.NextDueTime is { } due && due <= limit, "nothing is going on and what is awaited has not happened");
                Time.AdvanceTo(_engine.NextDueTime!.Value);
            }
        }
    }

    /// <summary>Turns the engine until it has nothing to do at this time.</summary>
    public void Settle()
    {
        while (Turn())
        {
        }
    }

    /// <summary>Lets one thing happen.</summary>
    public void TurnOnce() => Turn();

    public void Dispose()
    {
        SynchronizationContext.SetSynchronizationContext(_outer);
        _services.Dispose();
        _engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private bool Turn()
    {
        var worked = _thread.RunNext() || _engine.PumpOnce();
        Assert.Null(Fatal);
        return worked;
    }

    private (ServiceProvider Services, HoldfastEngine Engine) Start()
    {
        var provider = new ServiceCollection().AddSingleton<TimeProvider>(Time).AddAgents(_configure).BuildServiceProvider();
        var life = ++_lives; // what a process that was killed still does is of no account
        var journal = new JournalOptions { Pumping = JournalPumping.Caller, TimeProvider = Time, SegmentBytes = 4 << 20, MaxRecordBytes = 1 << 20, MaxPendingBytes = 2 << 20, OnFatal = exception => Fatal = life == _lives ? exception : Fatal };
        var started = HoldfastEngine.StartAsync(new EngineStorage(Disk, journal, Store), _engineOptions, NullLoggerFactory.Instance, CancellationToken.None).GetAwaiter().GetResult();
        var worker = WorkerOf(provider, started.Service);
        started.RegisterWorker(worker.Registration with { Workflows = new ReplayingWorkflows(worker.Workflows, () => WorkerOf(provider, started.Service).Workflows, () => ReplayedTasks++) });
        return (provider, started);
    }

    private WorkerHandlers WorkerOf(IServiceProvider provider, IWorkflowService service)
    {
        var builder = new WorkerBuilder
        {
            ScopeFactory = provider.GetRequiredService<IServiceScopeFactory>(),
            TimeProvider = Time,
            ActivityScheduler = TaskScheduler.FromCurrentSynchronizationContext(),
        };
        return builder.AddAssembly(typeof(AgentWorkflow).Assembly).AddAssembly(typeof(AgentHost).Assembly).Build(service);
    }
}
