using System.Text;

namespace Holdfast.Protocol;

/// <summary>What rules must satisfy besides filters that can be read.</summary>
public static class WorkflowRuleLimits
{
    /// <summary>Most rules of a namespace: 10.</summary>
    public const int MaximumRules = 10;

    /// <summary>Longest ID: 200 characters.</summary>
    public const int MaximumIdChars = 200;

    /// <summary>Longest description: 500 bytes of UTF-8.</summary>
    public const int MaximumDescriptionBytes = 500;

    /// <summary>A namespace with one more rule; those that have expired give way when there are too many.</summary>
    /// <exception cref="HoldfastException">HF1075 when another rule has the ID; HF1006 when there are too many.</exception>
    public static NamespaceInfo Add(NamespaceInfo info, WorkflowRule rule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(rule);
        if (info.Rules.FirstOrDefault(r => r.Id == rule.Id) is { } known)
        {
            return known with { CreateTime = rule.CreateTime } == rule
                ? info
                : throw new HoldfastException(ErrorCodes.WorkflowRuleAlreadyExists, $"The namespace '{info.Name}' has another rule '{rule.Id}'. Delete it first, or choose another ID.");
        }

        var kept = info.Rules.Count < MaximumRules ? info.Rules : [.. info.Rules.Where(r => !r.IsExpired(now))];
        return kept.Count < MaximumRules
            ? info with { Rules = [.. kept, rule] }
            : throw new HoldfastException(ErrorCodes.LimitExceeded, $"The namespace '{info.Name}' has {kept.Count} rules; the most is {MaximumRules}. Delete one that is no longer needed.");
    }

    /// <summary>Checks everything but the filters.</summary>
    /// <exception cref="HoldfastException">HF1000 or HF1006.</exception>
    public static void Check(CreateWorkflowRuleRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        Requirement.That(!string.IsNullOrWhiteSpace(request.RuleId), "The rule's ID is empty; give it one.");
        Requirement.That(!string.IsNullOrWhiteSpace(request.ActivityFilter) || !string.IsNullOrWhiteSpace(request.RunFilter), $"The rule '{request.RuleId}' would pause every activity. Give it an activity filter or a run filter.");
        Requirement.That(request.ExpirationTime is null || request.ExpirationTime > now, $"The rule '{request.RuleId}' has expired at {request.ExpirationTime:O}; give it a time to come.");
        if (request.RuleId.Length > MaximumIdChars || Encoding.UTF8.GetByteCount(request.Description) > MaximumDescriptionBytes)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"The rule's ID has {request.RuleId.Length} characters and its description {Encoding.UTF8.GetByteCount(request.Description)} bytes; the most is {MaximumIdChars} and {MaximumDescriptionBytes}.");
        }
    }
}
