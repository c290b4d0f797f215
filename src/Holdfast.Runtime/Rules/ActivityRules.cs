using System.Collections.Concurrent;
using Holdfast.Engine;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>The rules that activities which are about to start are held to, with their filters read once for each change of their namespace.</summary>
/// <remarks>Threading: safe from any thread. Where no namespace has rules, asking costs a field read.</remarks>
internal sealed class ActivityRules(NamespaceRegistry namespaces, ISearchAttributeTypes types, ILogger logger)
{
    private readonly ConcurrentDictionary<string, (NamespaceInfo Info, IReadOnlyList<ReadRule> Rules)> _read = new(StringComparer.Ordinal);

    /// <summary>Whether any namespace has rules.</summary>
    public bool Any => namespaces.HaveRules;

    /// <summary>The first rule that an activity satisfies; null when it may start.</summary>
    public WorkflowRule? Find(RunState run, long scheduledEventId, DateTimeOffset now) =>
        namespaces.TryFind(run.Workflow.Namespace) is { Rules.Count: > 0 } info && run.PendingActivities.Find(scheduledEventId) is { IsPaused: false } activity
            ? RulesOf(info).FirstOrDefault(rule => rule.IsSatisfied(run, activity, now))?.Rule
            : null;

    private IReadOnlyList<ReadRule> RulesOf(NamespaceInfo info)
    {
        if (!_read.TryGetValue(info.Name, out var known) || !ReferenceEquals(known.Info, info))
        {
            known = (info, [.. info.Rules.Select(rule => TryRead(info.Name, rule)).OfType<ReadRule>()]);
            _read[info.Name] = known;
        }

        return known.Rules;
    }

    /// <summary>A rule could be read when it was created; the search attribute that it asks for may have been removed since.</summary>
    private ReadRule? TryRead(string @namespace, WorkflowRule rule)
    {
        try
        {
            return ReadRule.Of(rule, @namespace, types);
        }
        catch (HoldfastException exception)
        {
            NamespaceLog.RuleUnreadable(logger, exception, rule.Id, @namespace);
            return null;
        }
    }
}
