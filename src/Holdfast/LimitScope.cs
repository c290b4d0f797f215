namespace Holdfast;

/// <summary>What a limit counts that an attribute declares.</summary>
public enum LimitScope
{
    /// <summary>The workflow or activity type that carries the attribute, by itself.</summary>
    Type = 0,

    /// <summary>
    /// Everything of its kind in the task queue, whatever its type: all activities for an attribute of an activity, all runs of workflows for one of a workflow; with a
    /// key, what has the same concurrency key. Types of one worker that declare such a limit must declare the same.
    /// </summary>
    TaskQueue = 1,
}
