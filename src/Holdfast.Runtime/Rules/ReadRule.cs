using Holdfast.Engine;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>A rule with its filters read.</summary>
internal sealed class ReadRule(WorkflowRule rule, FilterNode? activityCondition, FilterNode? runCondition)
{
    public WorkflowRule Rule => rule;

    /// <summary>Reads the filters of a rule.</summary>
    /// <exception cref="HoldfastException">Those of list filters.</exception>
    public static ReadRule Of(WorkflowRule rule, string @namespace, ISearchAttributeTypes types) =>
        new(rule, Condition(rule.ActivityFilter, @namespace, ActivityAttributes.Instance), Condition(rule.RunFilter, @namespace, types));

    /// <summary>Whether an activity that is about to start satisfies the rule.</summary>
    public bool IsSatisfied(RunState run, PendingActivity activity, DateTimeOffset now)
    {
        if (rule.IsExpired(now))
        {
            return false;
        }

        var info = RunDescription.Info(run);
        return FilterEvaluator.IsSatisfied(runCondition, info) && FilterEvaluator.IsSatisfied(activityCondition, ActivityAttributes.Of(info, activity));
    }

    private static FilterNode? Condition(string text, string @namespace, ISearchAttributeTypes types)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var filter = ListFilter.Parse(text, @namespace, types);
        return filter.GroupBy is null && !filter.IsAscending
            ? filter.Condition
            : throw new HoldfastException(ErrorCodes.ListFilterUnsupported, "The filter of a rule has no ORDER BY and no GROUP BY.");
    }
}
