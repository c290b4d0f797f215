using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Namespaces, their search attributes and rules, and limits of the task queue.</content>
internal sealed partial class ReferenceModel
{
    private readonly SortedDictionary<string, ModelNamespace> _namespaces = new(StringComparer.Ordinal) { [NamespaceRules.Default] = new ModelNamespace(string.Empty) };
    private readonly SortedDictionary<string, string> _rules = new(StringComparer.Ordinal);
    private long? _limits;

    private Answer ApplyToNamespace(Operation operation)
    {
        var name = operation.WorkflowId;
        switch (operation.Kind)
        {
            case OperationKind.RegisterNamespace:
                return _namespaces.TryAdd(name, new ModelNamespace(operation.Way)) ? Answer.Ok : Answer.Refusal(ErrorCodes.NamespaceAlreadyExists);
            case OperationKind.ListNamespaces:
                return new Answer(string.Join(", ", _namespaces.Select(n => $"{n.Key} {n.Value}")));
            case OperationKind.CreateRule:
                return _rules.TryAdd(operation.Target, operation.Way) || _rules[operation.Target] == operation.Way ? Answer.Ok : Answer.Refusal(ErrorCodes.WorkflowRuleAlreadyExists);
            case OperationKind.DescribeRule:
                return _rules.TryGetValue(operation.Target, out var rule) ? new Answer(rule) : Answer.Refusal(ErrorCodes.WorkflowRuleUnknown);
            case OperationKind.DeleteRule:
                return _rules.Remove(operation.Target) ? Answer.Ok : Answer.Refusal(ErrorCodes.WorkflowRuleUnknown);
            case OperationKind.ListRules:
                return new Answer(string.Join(", ", _rules.Select(r => $"{r.Key} {r.Value}")));
            case OperationKind.SetLimits:
                _limits = operation.MostAttempts;
                return Answer.Ok;
            case OperationKind.DescribeTaskQueue:
                return new Answer($"at most {_limits}");
        }

        return _namespaces.TryGetValue(name, out var found) ? Change(name, found, operation) : Answer.Refusal(ErrorCodes.NamespaceUnknown);
    }

    private Answer Change(string name, ModelNamespace found, Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.DescribeNamespace:
                return new Answer(found.ToString());
            case OperationKind.ListSearchAttributes:
                return new Answer(string.Join(", ", found.Attributes));
            case OperationKind.DeleteNamespace:
                _namespaces.Remove(name);
                return Answer.Ok;
            case OperationKind.RemoveSearchAttribute when !found.Attributes.Contains(operation.Target):
                return Answer.Refusal(ErrorCodes.SearchAttributeUnknown);
        }

        _namespaces[name] = operation.Kind switch
        {
            OperationKind.UpdateNamespace => found with { Description = operation.Way },
            OperationKind.DeprecateNamespace => found with { IsDeprecated = true },
            OperationKind.AddSearchAttribute => found with { Attributes = found.Attributes.Add(operation.Target) },
            _ => found with { Attributes = found.Attributes.Remove(operation.Target) },
        };
        return Answer.Ok;
    }
}
