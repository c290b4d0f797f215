using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Checks priorities, and hands them down.</summary>
public static class PriorityRules
{
    /// <summary>The priority of something that a run asked for: its own, and the run's where it says nothing.</summary>
    /// <param name="inherited">The run's; null means the default.</param>
    /// <param name="own">Its own; null means that it says nothing.</param>
    public static Priority? Inherit(Priority? inherited, Priority? own)
    {
        if (inherited is null || own is null)
        {
            return own ?? inherited;
        }

        return new Priority
        {
            PriorityKey = own.PriorityKey == 0 ? inherited.PriorityKey : own.PriorityKey,
            FairnessKey = own.FairnessKey.Length == 0 ? inherited.FairnessKey : own.FairnessKey,
            FairnessWeight = own.FairnessWeight == 0 ? inherited.FairnessWeight : own.FairnessWeight,
        };
    }

    /// <summary>A priority of which some properties are taken from another.</summary>
    internal static Priority Changed(Priority before, Priority change, PriorityFields fields) => new()
    {
        PriorityKey = (fields.HasFlag(PriorityFields.PriorityKey) ? change : before).PriorityKey,
        FairnessKey = (fields.HasFlag(PriorityFields.FairnessKey) ? change : before).FairnessKey,
        FairnessWeight = (fields.HasFlag(PriorityFields.FairnessWeight) ? change : before).FairnessWeight,
    };

    /// <summary>What is wrong with the priority; null when it is in range, or not set.</summary>
    internal static string? Problem(Priority? priority)
    {
        try
        {
            priority?.Validate();
            return null;
        }
        catch (HoldfastException e) when (e.Code == ErrorCodes.InvalidArgument)
        {
            return e.Message;
        }
    }
}
