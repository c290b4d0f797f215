using System.Collections.Immutable;
using Holdfast.Generators.Definitions;
using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Generators.Calls;

/// <summary>Reports uses of workflows, handlers and activities that the generator cannot record.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [Descriptors.CallNotInterceptable, Descriptors.MethodGroup, Descriptors.SynchronousActivityInWorkflow];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeInvocation, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeDynamicInvocation, OperationKind.DynamicInvocation);
        context.RegisterOperationAction(AnalyzeMethodReference, OperationKind.MethodReference);
    }

    private static void AnalyzeInvocation(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (invocation.Syntax is not InvocationExpressionSyntax syntax
            || CallShape.IsBaseCall(syntax)
            || RoleOf(context, invocation.TargetMethod, invocation.Instance?.Type) is not { } role)
        {
            return;
        }

        if (RefusalOf(invocation, context.CancellationToken) is { } refusal)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.CallNotInterceptable, syntax.GetLocation(), invocation.TargetMethod.Name, refusal));
        }
        else if (IsSynchronousActivity(role, invocation.TargetMethod) && IsInWorkflow(context.ContainingSymbol) && !IsDescribedToHoldfast(invocation))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.SynchronousActivityInWorkflow, syntax.GetLocation(), invocation.TargetMethod.Name, invocation.TargetMethod.ReturnType.ToDisplayString()));
        }
    }

    private static void AnalyzeDynamicInvocation(OperationAnalysisContext context)
    {
        var bound = context.Operation.SemanticModel!.GetSymbolInfo(context.Operation.Syntax, context.CancellationToken);
        if (bound.CandidateSymbols.Add(bound.Symbol!).OfType<IMethodSymbol>().FirstOrDefault(m => RoleOf(context, m, m.ContainingType) is not null) is { } method)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.CallNotInterceptable, context.Operation.Syntax.GetLocation(), method.Name, "it has a dynamic argument: cast the argument to the parameter's type"));
        }
    }

    private static void AnalyzeMethodReference(OperationAnalysisContext context)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        if (reference.Parent is INameOfOperation || RoleOf(context, reference.Method, reference.Instance?.Type) is null)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.MethodGroup, reference.Syntax.GetLocation(), reference.Method.Name));
    }

    private static MethodRole? RoleOf(OperationAnalysisContext context, IMethodSymbol method, ITypeSymbol? receiver) =>
        CallableNames.Of(context.Compilation, context.CancellationToken).Contains(method.Name) ? MethodRole.OfCalled(method.ReducedFrom ?? method, receiver) : null;

    private static string? RefusalOf(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (CallShape.IsInExpressionTree(invocation.SemanticModel!, invocation.Syntax, cancellationToken))
        {
            return "it lies in an expression tree, which is data: use a lambda that becomes a delegate";
        }

        return CallShape.MentionsTypeParameters(invocation.TargetMethod.ContainingType)
            ? "its type has type parameters that are not known here: call it through a type without type parameters"
            : null;
    }

    private static bool IsSynchronousActivity(MethodRole role, IMethodSymbol method) =>
        role.Kind == CallKind.Activity && ReturnModel.KindOf(method) is ReturnKind.Void or ReturnKind.Value;

    /// <summary>True in a static workflow method, and in any instance member of a workflow class that is not an activity itself.</summary>
    private static bool IsInWorkflow(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol method || MethodRole.OfMarked(method) is { Kind: CallKind.Activity })
        {
            return false;
        }

        return method.IsStatic
            ? HoldfastNames.Find(method, HoldfastNames.WorkflowAttribute) is not null
            : HoldfastNames.Find(method.ContainingType, HoldfastNames.WorkflowAttribute) is not null;
    }

    /// <summary>True in a lambda that is passed to the SDK, which reads it instead of running it.</summary>
    private static bool IsDescribedToHoldfast(IInvocationOperation invocation)
    {
        for (var current = invocation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation)
            {
                return ArgumentOwner(current) is { } owner && IsInHoldfast(owner.ContainingNamespace);
            }
        }

        return false;
    }

    private static IMethodSymbol? ArgumentOwner(IOperation lambda)
    {
        var current = lambda.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation)
        {
            current = current.Parent;
        }

        return current is IArgumentOperation { Parent: IInvocationOperation owner } ? owner.TargetMethod : null;
    }

    private static bool IsInHoldfast(INamespaceSymbol? space)
    {
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space is { Name: HoldfastNames.Assembly };
    }
}
