using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Namespaces and task queues.</content>
internal sealed partial class EngineSubject
{
    private async Task<Answer> NamespaceAsync(Operation operation)
    {
        var (namespaces, name) = (_client.Namespaces, operation.WorkflowId);
        switch (operation.Kind)
        {
            case OperationKind.DescribeNamespace:
                return new Answer(TextOf(await namespaces.DescribeAsync(name)));
            case OperationKind.ListNamespaces:
                return new Answer(string.Join(", ", (await namespaces.ListAsync()).OrderBy(n => n.Info.Name, StringComparer.Ordinal).Select(n => $"{n.Info.Name} {TextOf(n)}")));
            case OperationKind.ListSearchAttributes:
                return new Answer(string.Join(", ", (await namespaces.ListSearchAttributesAsync(name)).Registered.Keys.Order(StringComparer.Ordinal)));
            case OperationKind.DescribeRule:
                return new Answer((await namespaces.DescribeRuleAsync(operation.Target)).Description);
            case OperationKind.ListRules:
                return new Answer(string.Join(", ", (await namespaces.ListRulesAsync()).OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => $"{r.Id} {r.Description}")));
            case OperationKind.DescribeTaskQueue:
                return new Answer($"at most {(await _client.DescribeTaskQueueAsync(WorkflowOptions.DefaultTaskQueue)).Limits?.MaxConcurrentActivities}");
        }

        await ChangeAsync(operation, namespaces, name);
        return Answer.Ok;
    }

    private async Task ChangeAsync(Operation operation, NamespaceOperations namespaces, string name)
    {
        switch (operation.Kind)
        {
            case OperationKind.RegisterNamespace: await namespaces.RegisterAsync(new RegisterNamespaceRequest { Name = name, Description = operation.Way }); break;
            case OperationKind.UpdateNamespace: await namespaces.UpdateAsync(new UpdateNamespaceRequest { Name = name, Description = operation.Way }); break;
            case OperationKind.DeprecateNamespace: await namespaces.DeprecateAsync(name); break;
            case OperationKind.DeleteNamespace: await namespaces.DeleteAsync(name); break;
            case OperationKind.AddSearchAttribute: await namespaces.AddSearchAttributesAsync(new Dictionary<string, SearchAttributeType> { [operation.Target] = SearchAttributeType.Keyword }, name); break;
            case OperationKind.RemoveSearchAttribute: await namespaces.RemoveSearchAttributesAsync([operation.Target], name); break;
            case OperationKind.CreateRule: await namespaces.CreateRuleAsync(operation.Target, new WorkflowRuleOptions { ActivityFilter = "ActivityType = 'Nothing'", Description = operation.Way }); break;
            case OperationKind.DeleteRule: await namespaces.DeleteRuleAsync(operation.Target); break;
            default: await _client.SetTaskQueueLimitsAsync(WorkflowOptions.DefaultTaskQueue, new TaskQueueLimits { MaxConcurrentActivities = operation.MostAttempts }); break;
        }
    }

    private static string TextOf(NamespaceDescription description) => ModelNamespace.Describe(description.Info.Description, description.Info.State == NamespaceState.Deprecated);
}
