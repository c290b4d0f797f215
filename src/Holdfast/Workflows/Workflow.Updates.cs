using Holdfast.Definitions;

namespace Holdfast;

/// <content>Update handlers that are registered while the workflow runs. An update that has no handler is refused.</content>
public static partial class Workflow
{
    /// <summary>Sets the handler of an update, in place of the one that it has.</summary>
    /// <param name="name">The update.</param>
    /// <param name="handler">Does the update and gives its result.</param>
    /// <param name="validator">Throws to refuse the update before it leaves a trace. Default: none.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetUpdateHandler<TResult>(string name, Func<RawArguments, Task<TResult>> handler, Action<RawArguments>? validator = null, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Set(
            new UpdateDefinition(
                RequireName(name),
                async (_, arguments) => arguments.Result(await handler(arguments.ToRaw())),
                validator is null ? null : (_, arguments) => validator(arguments.ToRaw())),
            options);
    }

    /// <summary>Sets the handler of an update that has one argument. See <see cref="SetUpdateHandler{TResult}(string, Func{RawArguments, Task{TResult}}, Action{RawArguments}?, HandlerOptions?)"/>.</summary>
    /// <param name="name">The update.</param>
    /// <param name="handler">Does the update and gives its result.</param>
    /// <param name="validator">Throws to refuse the update before it leaves a trace. Default: none.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetUpdateHandler<T, TResult>(string name, Func<T, Task<TResult>> handler, Action<T>? validator = null, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        SetUpdateHandler(name, arguments => handler(arguments.Get<T>(0)), validator is null ? null : arguments => validator(arguments.Get<T>(0)), options);
    }

    /// <summary>Sets the handler of all updates that have no other.</summary>
    /// <param name="handler">Takes the update's name and arguments.</param>
    /// <param name="validator">Takes the same, and throws to refuse the update before it leaves a trace. Default: none.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetDynamicUpdateHandler<TResult>(Func<string, RawArguments, Task<TResult>> handler, Action<string, RawArguments>? validator = null, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Set(
            new UpdateDefinition(
                AnyName,
                async (_, arguments) => arguments.Result(await handler(arguments.Name, arguments.ToRaw())),
                validator is null ? null : (_, arguments) => validator(arguments.Name, arguments.ToRaw()))
            {
                IsDynamic = true,
            },
            options);
    }

    /// <summary>Removes the handler of an update, also one of the workflow class.</summary>
    /// <param name="name">The update; null for the catch-all handler.</param>
    public static void RemoveUpdateHandler(string? name) => WorkflowContext.Require().Handlers.Remove(CallKind.Update, name);
}
