using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>A place in workflow code that breaks a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">The place.</param>
/// <param name="Arguments">Arguments of the message, but for the way there.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, SyntaxNode Place, params string[] Arguments);
