namespace Holdfast.Protocol;

/// <summary>A workflow task that waits for local activities of its worker, or for payloads that lie in the blob store. A query waits for the latter alone.</summary>
/// <remarks>
/// Threading: <see cref="Continue"/> and <see cref="Answer"/> run workflow code, as <see cref="IWorkflowTaskHandler.Execute"/> does, and are called by the run's
/// owner under the same rules. Durability: nothing of the task has left the worker, and nothing does before it is completed. A task that is no longer wanted (it
/// timed out, the run closed) is simply not continued; <see cref="IWorkflowTaskHandler.Evict"/> ends its local activities.
/// </remarks>
public interface ISuspendedWorkflowTask
{
    /// <summary>True when a query may be asked: the code's state rests on nothing but what the task was given.</summary>
    bool MayAnswer { get; }

    /// <summary>
    /// Begins what the code asked for and waits for. Called by the run's owner after each suspension, when everything that the task rests on is durable: a local
    /// activity acts on the world outside, which must not know of a step that a crash undoes.
    /// </summary>
    void Begin();

    /// <summary>Has a callback called once, from any thread, when the task can be continued; at once when it can already.</summary>
    void NotifyWhenReady(Action ready);

    /// <summary>Gives the code what has ended meanwhile and runs it up to its next wait.</summary>
    /// <returns>How the task went; <see cref="WorkflowTaskResult.Suspended"/>, of the same task, when it is not complete yet.</returns>
    WorkflowTaskResult Continue();

    /// <summary>Asks the code a query.</summary>
    /// <param name="query">A task that only asks a query; the suspended one itself when that is a query and is ready.</param>
    WorkflowTaskResult Answer(WorkflowTask query);
}
