using Holdfast.Agents;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Demo.Calls;

/// <summary>A tool whose calls are watched.</summary>
internal sealed class ObservedFunction(AIFunction inner, CallWatch watch) : DelegatingAIFunction(inner)
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var context = ToolContext.Of(arguments);
        var call = new CallStart
        {
            Kind = CallKind.Tool,
            Slot = context?.CallId ?? string.Empty,
            Fingerprint = Fingerprint.Of(Name, arguments),
            IdempotencyKey = context?.IdempotencyKey ?? string.Empty,
            Title = CallText.OfTool(Name, arguments),
        };
        return await watch.RunAsync(call, async () => await base.InvokeCoreAsync(arguments, cancellationToken), _ => new CallEnd { Start = call }, cancellationToken);
    }
}
