using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Signal handlers that are registered while the workflow runs. Signals that have no handler are kept until one is set.</content>
public static partial class Workflow
{
    private const string AnyName = "(any)";

    /// <summary>Sets the handler of a signal, in place of the one that it has. Signals of that name that came before are handled next, in their order.</summary>
    /// <param name="name">The signal.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetSignalHandler(string name, Func<RawArguments, Task> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Set(new SignalDefinition(RequireName(name), async (_, arguments) => await DoneAsync(handler(arguments.ToRaw()))), options);
    }

    /// <summary>Sets the handler of a signal that has one argument. See <see cref="SetSignalHandler(string, Func{RawArguments, Task}, HandlerOptions?)"/>.</summary>
    /// <param name="name">The signal.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetSignalHandler<T>(string name, Func<T, Task> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        SetSignalHandler(name, arguments => handler(arguments.Get<T>(0)), options);
    }

    /// <summary>Sets the handler of a signal that has one argument. See <see cref="SetSignalHandler(string, Func{RawArguments, Task}, HandlerOptions?)"/>.</summary>
    /// <param name="name">The signal.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetSignalHandler<T>(string name, Action<T> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        SetSignalHandler(
            name,
            arguments =>
            {
                handler(arguments.Get<T>(0));
                return Task.CompletedTask;
            },
            options);
    }

    /// <summary>Sets the handler of all signals that have no other; those that came before are handled next, in their order.</summary>
    /// <param name="handler">Takes the signal's name and arguments.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetDynamicSignalHandler(Func<string, RawArguments, Task> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Set(new SignalDefinition(AnyName, async (_, arguments) => await DoneAsync(handler(arguments.Name, arguments.ToRaw()))) { IsDynamic = true }, options);
    }

    /// <summary>Removes the handler of a signal, also one of the workflow class. Such signals are kept from now on, or go to the catch-all handler.</summary>
    /// <param name="name">The signal; null for the catch-all handler.</param>
    public static void RemoveSignalHandler(string? name) => WorkflowContext.Require().Handlers.Remove(CallKind.Signal, name);

    /// <summary>
    /// Gives the arguments of a signal as a queue: <c>await foreach (var order in Workflow.Signals&lt;Order&gt;("Order").ReadAllAsync())</c>. It sets the signal's handler,
    /// so signals that came before are in the queue too. When the queue is full the next signals wait in their order; when it is completed they are passed over.
    /// </summary>
    /// <typeparam name="T">Type of the signal's one argument.</typeparam>
    /// <param name="name">The signal.</param>
    /// <param name="capacity">Most arguments in the queue. Default 1,000; 1 or more.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the capacity is less than 1.</exception>
    public static WorkflowQueue<T> Signals<T>(string name, int capacity = WorkflowQueue.DefaultCapacity)
    {
        var queue = new WorkflowQueue<T>(capacity);
        SetSignalHandler<T>(name, queue.OfferAsync, new HandlerOptions { UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon });
        return queue;
    }

    private static void Set(HandlerDefinition definition, HandlerOptions? options) =>
        WorkflowContext.Require().Handlers.Set(options is null ? definition : definition with { UnfinishedPolicy = options.UnfinishedPolicy, Description = options.Description });

    private static string RequireName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }

    private static async Task<Payloads> DoneAsync(Task handled)
    {
        await handled;
        return Payloads.Empty;
    }
}
