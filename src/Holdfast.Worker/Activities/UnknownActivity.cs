using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Stands for an activity that the worker does not know: every attempt fails, and is retried, since another worker may know it after a deploy.</summary>
internal static class UnknownActivity
{
    public static ActivityRegistration Registration(string activityType, IEnumerable<string> known)
    {
        var error = HandlerErrors.ActivityNotRegistered(activityType, known);
        return new ActivityRegistration
        {
            Definition = new ActivityDefinition
            {
                Name = activityType,
                DeclaringType = typeof(UnknownActivity),
                NeedsInstance = false,
                Invoke = (_, _, _) => Task.FromException<Payloads>(error),
            },
        };
    }
}
