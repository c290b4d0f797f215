using System.Collections.Frozen;
using System.Text.Json;
using Holdfast.Control.Verbs;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>Carries out requests. The table of verbs; each is a class in <c>Verbs/</c>.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
public static class ControlVerbs
{
    private static readonly FrozenDictionary<string, IControlVerb> Table = new Dictionary<string, IControlVerb>(StringComparer.Ordinal)
    {
        ["start"] = new StartVerb(),
        ["list"] = new ListVerb(),
        ["count"] = new CountVerb(),
        ["show"] = new ShowVerb(),
        ["result"] = new ResultVerb(),
        ["signal"] = new SignalVerb(),
        ["query"] = new QueryVerb(),
        ["update"] = new UpdateVerb(),
        ["cancel"] = new CancelVerb(),
        ["pause"] = new PauseVerb(),
        ["unpause"] = new UnpauseVerb(),
        ["update-options"] = new UpdateOptionsVerb(),
        ["reset"] = new ResetVerb(),
        ["terminate"] = new TerminateVerb(),
        ["delete"] = new DeleteVerb(),
        ["activity-start"] = new StartActivityVerb(),
        ["activity-list"] = new ListActivitiesVerb(),
        ["activity-count"] = new CountActivitiesVerb(),
        ["activity-describe"] = new DescribeActivityVerb(),
        ["activity-result"] = new ActivityResultVerb(),
        ["activity-cancel"] = new CancelActivityVerb(),
        ["activity-pause"] = new PauseActivityVerb(),
        ["activity-unpause"] = new UnpauseActivityVerb(),
        ["activity-reset"] = new ResetActivityVerb(),
        ["activity-update-options"] = new UpdateActivityOptionsVerb(),
        ["activity-terminate"] = new TerminateActivityVerb(),
        ["activity-delete"] = new DeleteActivityVerb(),
        ["namespace-list"] = new NamespaceListVerb(),
        ["namespace-describe"] = new NamespaceDescribeVerb(),
        ["namespace-create"] = new NamespaceCreateVerb(),
        ["namespace-update"] = new NamespaceUpdateVerb(),
        ["namespace-deprecate"] = new NamespaceDeprecateVerb(),
        ["namespace-delete"] = new NamespaceDeleteVerb(),
        ["rule-list"] = new RuleListVerb(),
        ["rule-show"] = new RuleShowVerb(),
        ["rule-create"] = new RuleCreateVerb(),
        ["rule-delete"] = new RuleDeleteVerb(),
        ["search-attribute-list"] = new SearchAttributeListVerb(),
        ["search-attribute-add"] = new SearchAttributeAddVerb(),
        ["search-attribute-remove"] = new SearchAttributeRemoveVerb(),
    }.ToFrozenDictionary();

    /// <summary>The verbs that there are.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    /// <summary>Carries out a request. What goes wrong with it becomes the answer's error.</summary>
    /// <param name="request">The request.</param>
    /// <param name="engine">The engine that it is carried out on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ControlResponse> ExecuteAsync(ControlRequest request, ControlEngine engine, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(engine);
        try
        {
            var verb = request.Verb is not null && Table.TryGetValue(request.Verb, out var found)
                ? found
                : throw new HoldfastException(ErrorCodes.InvalidArgument, $"'{request.Verb}' is no verb. There are: {string.Join(", ", Table.Keys.Order(StringComparer.Ordinal))}.");
            return new ControlResponse { Result = await ResultOfAsync(verb, new ControlContext(request, engine), cancellationToken) };
        }
        catch (HoldfastException exception)
        {
            return new ControlResponse { ErrorCode = exception.Code.ToString(), ErrorMessage = exception.Message };
        }
    }

    private static async Task<JsonElement> ResultOfAsync(IControlVerb verb, ControlContext context, CancellationToken cancellationToken)
    {
        using MemoryStream stream = new();
        await using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            await verb.ExecuteAsync(context, writer, cancellationToken);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
