using Holdfast.Analyzers.Apis;
using Holdfast.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Payloads;

/// <summary>Finds what in a type the serializer cannot write and read again.</summary>
internal static class PayloadProblem
{
    /// <summary>Types that one payload is made of at most, so that a type that contains ever larger types of itself comes to an end.</summary>
    private const int MaximumTypes = 200;

    private static readonly TypeName[] Unserializable =
    [
        TypeName.Parse("System.IO.Stream"), TypeName.Parse("System.Threading.CancellationToken"), TypeName.Parse("System.Threading.Tasks.Task"), TypeName.Parse("System.Threading.Tasks.ValueTask"),
        TypeName.Parse("System.Type"), TypeName.Parse("System.Reflection.MemberInfo"), TypeName.Parse("System.Reflection.Assembly"), TypeName.Parse("System.IntPtr"), TypeName.Parse("System.UIntPtr"),
        TypeName.Parse("System.Linq.Expressions.Expression"), TypeName.Parse("System.Exception"), TypeName.Parse("System.Net.Http.HttpClient"), TypeName.Parse("System.IO.TextReader"), TypeName.Parse("System.IO.TextWriter"),
    ];

    /// <summary>What is wrong, for people; null when nothing is seen.</summary>
    public static string? Find(ITypeSymbol payload)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<(ITypeSymbol Type, string Name)>();
        pending.Enqueue((payload, NameOf(payload)));
        while (pending.Count > 0 && seen.Count < MaximumTypes)
        {
            var (type, name) = pending.Dequeue();
            if (!seen.Add(type))
            {
                continue;
            }

            if (ProblemOf(type) is { } problem)
            {
                return $"'{name}' {problem}";
            }

            foreach (var part in PartsOf(type, name))
            {
                pending.Enqueue(part);
            }
        }

        return null;
    }

    private static string? ProblemOf(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate)
        {
            return "is a delegate";
        }

        if (type is not INamedTypeSymbol named || IsDescribed(named))
        {
            return null;
        }

        if (Unserializable.Any(u => IsOrDerives(named, u)))
        {
            return $"is of type {named.Name}, which is bound to its process";
        }

        return IsOfPlatform(named) ? null : ProblemOfOwn(named);
    }

    private static string? ProblemOfOwn(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "is an interface, and nothing says what to create",
        { TypeKind: TypeKind.Class } when IsCollection(type) => null,
        { TypeKind: TypeKind.Class, IsAbstract: true } => "is abstract, and nothing says what to create",
        { TypeKind: TypeKind.Class } => PayloadConstructor.ProblemOf(type),
        _ => null,
    };

    private static IEnumerable<(ITypeSymbol Type, string Name)> PartsOf(ITypeSymbol type, string name)
    {
        if (type is IArrayTypeSymbol array)
        {
            return [(array.ElementType, NameOf(array.ElementType))];
        }

        if (type is not INamedTypeSymbol named || IsDescribed(named))
        {
            return [];
        }

        var arguments = named.TypeArguments.Select(t => (t, NameOf(t)));
        return IsOfPlatform(named) || named.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            ? arguments
            : arguments.Concat(PayloadProperties.Of(named).Where(p => IsReadBack(p) || p.Type.TypeKind == TypeKind.Delegate).Select(p => (p.Type, $"{name}.{p.Name}")));
    }

    private static bool IsReadBack(IPropertySymbol property) =>
        property.SetMethod is { DeclaredAccessibility: Accessibility.Public }
        || property.ContainingType.InstanceConstructors.Any(c => c.Parameters.Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True when attributes of the type say how it is written and read.</summary>
    private static bool IsDescribed(INamedTypeSymbol type) =>
        JsonMark.Find(type, "JsonConverterAttribute") is not null || JsonMark.Find(type, "JsonDerivedTypeAttribute") is not null || JsonMark.Find(type, "JsonPolymorphicAttribute") is not null;

    private static bool IsCollection(INamedTypeSymbol type) => type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static bool IsOrDerives(INamedTypeSymbol type, TypeName name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (name.Is(current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfPlatform(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space is { Name: "System" or "Microsoft" } || (space is { Name: "Holdfast" } && type.DeclaringSyntaxReferences.IsEmpty);
    }

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
