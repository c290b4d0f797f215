using Holdfast.Definitions;

namespace Holdfast;

/// <content>Query handlers that are registered while the workflow runs.</content>
public static partial class Workflow
{
    /// <summary>Sets the handler of a query, in place of the one that it has.</summary>
    /// <param name="name">The query.</param>
    /// <param name="handler">Gives the answer at once, and changes nothing.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetQueryHandler<TResult>(string name, Func<RawArguments, TResult> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Set(new QueryDefinition(RequireName(name), (_, arguments) => arguments.Result(handler(arguments.ToRaw()))), options);
    }

    /// <summary>Sets the handler of a query that has one argument. See <see cref="SetQueryHandler{TResult}(string, Func{RawArguments, TResult}, HandlerOptions?)"/>.</summary>
    /// <param name="name">The query.</param>
    /// <param name="handler">Gives the answer at once, and changes nothing.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetQueryHandler<T, TResult>(string name, Func<T, TResult> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        SetQueryHandler(name, arguments => handler(arguments.Get<T>(0)), options);
    }

    /// <summary>Sets the handler of all queries that have no other.</summary>
    /// <param name="handler">Takes the query's name and arguments, gives the answer at once, and changes nothing.</param>
    /// <param name="options">What is known of it.</param>
    public static void SetDynamicQueryHandler<TResult>(Func<string, RawArguments, TResult> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Set(new QueryDefinition(AnyName, (_, arguments) => arguments.Result(handler(arguments.Name, arguments.ToRaw()))) { IsDynamic = true }, options);
    }

    /// <summary>Removes the handler of a query, also one of the workflow class.</summary>
    /// <param name="name">The query; null for the catch-all handler.</param>
    public static void RemoveQueryHandler(string? name) => WorkflowContext.Require().Handlers.Remove(CallKind.Query, name);
}
