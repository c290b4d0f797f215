using System.Runtime.CompilerServices;
using Holdfast.Generators;
using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Code;

/// <summary>Finds what the engine calls: run methods, handlers, validators, constructors and initialisers of workflows.</summary>
internal static class WorkflowRoots
{
    private const string ShortName = "Workflow";

    private static readonly ConditionalWeakTable<SyntaxTree, MemberDeclarationSyntax[]> Candidates = new();

    public static List<CodeBody> Find(Compilation compilation, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellationToken)
    {
        var roots = new List<CodeBody>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var declaration in CandidatesIn(tree, cancellationToken))
            {
                var symbol = modelOf(tree).GetDeclaredSymbol(declaration, cancellationToken);
                if (symbol is not null && HoldfastNames.Find(symbol, HoldfastNames.WorkflowAttribute) is not null)
                {
                    Add(symbol, roots);
                }
            }
        }

        return roots;
    }

    private static MemberDeclarationSyntax[] CandidatesIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Candidates.TryGetValue(tree, out var known))
        {
            return known;
        }

        var found = tree.GetRoot(cancellationToken)
            .DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(static m => m is TypeDeclarationSyntax or MethodDeclarationSyntax && m.AttributeLists.Any(static l => l.Attributes.Any(IsNamedWorkflow)))
            .ToArray();
        return Candidates.GetValue(tree, _ => found);
    }

    private static bool IsNamedWorkflow(AttributeSyntax attribute)
    {
        var name = attribute.Name;
        while (name is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            name = name is QualifiedNameSyntax qualified ? qualified.Right : ((AliasQualifiedNameSyntax)name).Name;
        }

        return name is SimpleNameSyntax { Identifier.ValueText: ShortName or HoldfastNames.WorkflowAttribute };
    }

    private static void Add(ISymbol workflow, List<CodeBody> roots)
    {
        if (workflow is IMethodSymbol method)
        {
            roots.Add(new(method, BodyPurpose.Act, null, null));
        }
        else if (workflow is INamedTypeSymbol type)
        {
            AddClass(type, roots);
        }
    }

    private static void AddClass(INamedTypeSymbol workflow, List<CodeBody> roots)
    {
        foreach (var member in TypeHierarchy.Of(workflow).SelectMany(t => t.GetMembers()))
        {
            if (member is IMethodSymbol method && PurposeOf(method) is { } purpose)
            {
                roots.Add(new(method, purpose, null, null));
                AddValidator(workflow, method, roots);
            }
            else if (!member.IsStatic && member is IFieldSymbol or IPropertySymbol)
            {
                roots.Add(new(member, BodyPurpose.Act, null, null));
            }
        }
    }

    private static BodyPurpose? PurposeOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            return BodyPurpose.Act;
        }

        return MethodRole.OfMarked(method)?.Kind switch
        {
            CallKind.Signal or CallKind.Update => BodyPurpose.Act,
            CallKind.Query => BodyPurpose.Query,
            null when !method.IsStatic && string.Equals(method.Name, HoldfastNames.RunMethod, StringComparison.Ordinal) && method.DeclaredAccessibility == Accessibility.Public => BodyPurpose.Act,
            _ => null,
        };
    }

    private static void AddValidator(INamedTypeSymbol workflow, IMethodSymbol update, List<CodeBody> roots)
    {
        if (MethodRole.OfMarked(update) is not { Kind: CallKind.Update } role || role.Attribute.Text("Validator") is not { } name)
        {
            return;
        }

        var validators = TypeHierarchy.Of(workflow).SelectMany(t => t.GetMembers(name).OfType<IMethodSymbol>());
        roots.AddRange(validators.Select(v => new CodeBody(v, BodyPurpose.Validate, null, null)));
    }
}
