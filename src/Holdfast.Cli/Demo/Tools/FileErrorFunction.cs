using Holdfast.Agents;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>A tool whose trouble with files is told to the model: another attempt would meet the same.</summary>
internal sealed class FileErrorFunction(AIFunction inner) : DelegatingAIFunction(inner)
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await base.InvokeCoreAsync(arguments, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(exception.Message, innerException: exception);
        }
    }
}
