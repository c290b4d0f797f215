using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>Asynchronous code that gives no task.</summary>
internal sealed class AsyncVoidRule : WorkflowRule
{
    public override void Inspect(IOperation operation, BodyReading reading)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } }:
                reading.Report(Descriptors.AsyncVoid, operation.Syntax, "the lambda");
                break;
            case ILocalFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } function }:
                reading.Report(Descriptors.AsyncVoid, operation.Syntax, function.Name);
                break;
            default:
                break;
        }
    }

    /// <summary>Inspects the method itself.</summary>
    public static void InspectBody(CodeBody body, SyntaxNode syntax, BodyReading reading)
    {
        if (body.Member is IMethodSymbol { IsAsync: true, ReturnsVoid: true } method && syntax is MethodDeclarationSyntax declaration)
        {
            reading.Report(Descriptors.AsyncVoid, declaration.ReturnType, CallPath.NameOf(method));
        }
    }
}
