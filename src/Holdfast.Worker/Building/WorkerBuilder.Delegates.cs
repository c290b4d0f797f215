using Holdfast.Definitions;

namespace Holdfast.Worker;

/// <content>Workflows and activities that are delegates.</content>
public sealed partial class WorkerBuilder
{
    private const string AnyName = "(any)";

    /// <summary>Adds an activity that is a delegate; it finds its attempt in <see cref="ActivityContext.Current"/>.</summary>
    /// <param name="name">The activity type.</param>
    /// <param name="body">The activity.</param>
    public WorkerBuilder AddActivity<TResult>(string name, Func<RawArguments, Task<TResult>> body)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(body);
        return AddActivity(Registration(name, isDynamic: false, async (_, arguments, _) => arguments.Result(await body(arguments.ToRaw()))));
    }

    /// <summary>Adds an activity that is a delegate of one argument; it finds its attempt in <see cref="ActivityContext.Current"/>.</summary>
    /// <param name="name">The activity type.</param>
    /// <param name="body">The activity.</param>
    public WorkerBuilder AddActivity<T, TResult>(string name, Func<T, Task<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return AddActivity(name, arguments => body(arguments.Get<T>(0)));
    }

    /// <summary>Adds an activity that is a delegate of two arguments; it finds its attempt in <see cref="ActivityContext.Current"/>.</summary>
    /// <param name="name">The activity type.</param>
    /// <param name="body">The activity.</param>
    public WorkerBuilder AddActivity<T1, T2, TResult>(string name, Func<T1, T2, Task<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return AddActivity(name, arguments => body(arguments.Get<T1>(0), arguments.Get<T2>(1)));
    }

    /// <summary>Adds the activity that serves every activity type that the worker knows no other for.</summary>
    /// <param name="body">Takes the activity type and the arguments.</param>
    public WorkerBuilder AddDynamicActivity<TResult>(Func<string, RawArguments, Task<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return AddActivity(Registration(AnyName, isDynamic: true, async (_, arguments, _) => arguments.Result(await body(arguments.Name, arguments.ToRaw()))));
    }

    /// <summary>Adds a workflow that is a delegate. It must keep nothing between its calls: replay calls it again.</summary>
    /// <param name="name">The workflow type.</param>
    /// <param name="body">The workflow's code.</param>
    public WorkerBuilder AddWorkflow<TResult>(string name, Func<RawArguments, Task<TResult>> body)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(body);
        return AddWorkflow(new WorkflowDefinition
        {
            Name = name,
            DeclaringType = body.Method.DeclaringType ?? typeof(WorkerBuilder),
            Invoke = async (_, arguments) => arguments.Result(await body(arguments.ToRaw())),
        });
    }

    /// <summary>Adds the workflow that runs every workflow type that the worker knows no other for. It must keep nothing between its calls: replay calls it again.</summary>
    /// <param name="body">Takes the workflow type and the arguments.</param>
    public WorkerBuilder AddDynamicWorkflow<TResult>(Func<string, RawArguments, Task<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return AddWorkflow(new WorkflowDefinition
        {
            Name = AnyName,
            IsDynamic = true,
            DeclaringType = body.Method.DeclaringType ?? typeof(WorkerBuilder),
            Invoke = async (_, arguments) => arguments.Result(await body(arguments.Name, arguments.ToRaw())),
        });
    }

    private static ActivityRegistration Registration(string name, bool isDynamic, ActivityInvoker invoke) => new()
    {
        Definition = new ActivityDefinition { Name = name, IsDynamic = isDynamic, DeclaringType = typeof(WorkerBuilder), NeedsInstance = false, Invoke = invoke },
    };
}
