using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests;

/// <summary>A project's holdfast.contracts.txt.</summary>
internal sealed class ContractText(string text) : AdditionalText
{
    public override string Path => "holdfast.contracts.txt";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
