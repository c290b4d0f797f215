namespace Holdfast.Interception;

/// <summary>Stands around what a worker runs: workflow code with its handlers and whatever it asks for, and activity attempts.</summary>
/// <remarks>
/// Interceptors form a chain in the order in which they are registered: the first one is the outermost. What comes in passes it first, what goes out passes it
/// last. Threading: the interceptor is shared by everything the
/// worker runs and must be safe from any thread; what it returns belongs to one run or one attempt.
/// </remarks>
public interface IWorkerInterceptor
{
    /// <summary>
    /// True while the interceptor would do nothing: it is then left out, at no cost. Asked when the code of a run begins or is replayed, and for every activity
    /// attempt; the answer must make no difference to what workflow code does. Default false.
    /// </summary>
    bool IsIdle => false;

    /// <summary>Stands around the code of one run. Called when it begins, and again whenever it is replayed; it must keep nothing from one call to the next.</summary>
    /// <param name="next">What is to be called.</param>
    /// <returns>An interceptor around it; <paramref name="next"/> itself to stay out.</returns>
    WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => next;

    /// <summary>Stands around one activity attempt, of an activity or a local activity.</summary>
    /// <param name="next">What is to be called.</param>
    /// <returns>An interceptor around it; <paramref name="next"/> itself to stay out.</returns>
    ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor next) => next;
}
