using Holdfast.Protocol;

namespace Holdfast;

/// <content>Task queues.</content>
public partial interface IHoldfastClient
{
    /// <summary>Describes what goes on in a task queue: what waits, who works, which limits hold. A queue that nobody has used is empty.</summary>
    /// <param name="taskQueue">The task queue.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TaskQueueDescription> DescribeTaskQueueAsync(string taskQueue, CancellationToken cancellationToken = default);

    /// <summary>Sets the limits of a task queue in place of those that its workers give, until they are set again. They are kept with the data and hold over restarts.</summary>
    /// <param name="taskQueue">The task queue.</param>
    /// <param name="limits">The limits; null lets those of the workers hold again.</param>
    /// <param name="cancellationToken">Ends the wait; the limits may have been set.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when a limit is out of its range.</exception>
    Task SetTaskQueueLimitsAsync(string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken = default);
}
