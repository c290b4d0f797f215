using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Checks names, operators and values of a list filter against the types of attributes.</summary>
internal class FilterValues(string @namespace, ISearchAttributeTypes types)
{
    private const string Status = "ExecutionStatus";

    public virtual FilterAttribute Attribute(FilterToken name)
    {
        var type = SystemSearchAttributes.TypeOf(name.Value) is var system && system != SearchAttributeType.Unspecified ? system : types.TypeOf(@namespace, name.Value);
        return type == SearchAttributeType.Unspecified
            ? throw Unknown(name)
            : new FilterAttribute(name.Value, type);
    }

    public FilterNode Compare(FilterAttribute attribute, FilterToken operation, FilterToken literal)
    {
        var isNegated = operation.Value is "!=" or "<>";
        if (operation.Value == "=" || isNegated)
        {
            var equal = attribute.Type is SearchAttributeType.KeywordList or SearchAttributeType.Text
                ? In(attribute, operation, [literal])
                : new FilterNode.Compare(attribute, FilterComparison.Equal, Value(attribute, literal));
            return isNegated ? new FilterNode.Not(equal) : equal;
        }

        RequireOrdered(attribute, operation);
        var comparison = operation.Value switch
        {
            "<" => FilterComparison.Less,
            "<=" => FilterComparison.LessOrEqual,
            ">" => FilterComparison.Greater,
            _ => FilterComparison.GreaterOrEqual,
        };
        return new FilterNode.Compare(attribute, comparison, Value(attribute, literal));
    }

    public FilterNode In(FilterAttribute attribute, FilterToken operation, IReadOnlyList<FilterToken> literals)
    {
        if (attribute.Type != SearchAttributeType.Text)
        {
            return new FilterNode.In(attribute, [.. literals.Select(l => Value(attribute, l))]);
        }

        if (literals.Count > 1 || operation.Value is not ("=" or "!=" or "<>"))
        {
            throw Unfit(attribute, operation, "= and !=, which look for words");
        }

        var words = TextWords.Of((string)Value(attribute, literals[0]));
        return words.Count == 0
            ? throw FilterErrors.Mismatch(literals[0].Position, $"the text that is looked for in {attribute.Name} has no word.")
            : new FilterNode.In(attribute, [.. words]);
    }

    public FilterNode StartsWith(FilterAttribute attribute, FilterToken operation, FilterToken literal)
    {
        if (attribute.Type != SearchAttributeType.Keyword || attribute.Name == Status)
        {
            throw FilterErrors.Mismatch(operation.Position, $"STARTS_WITH is for Keyword attributes; {Described(attribute)}.");
        }

        return new FilterNode.StartsWith(attribute, (string)Value(attribute, literal));
    }

    private static void RequireOrdered(FilterAttribute attribute, FilterToken operation)
    {
        if (attribute.Type == SearchAttributeType.Text)
        {
            throw Unfit(attribute, operation, "= and !=, which look for words");
        }

        if (attribute.Type == SearchAttributeType.KeywordList)
        {
            throw Unfit(attribute, operation, "=, != and IN, which look for elements");
        }

        if (attribute.Type == SearchAttributeType.Bool || attribute.Name == Status)
        {
            throw Unfit(attribute, operation, "=, != and IN");
        }
    }

    private static HoldfastException Unfit(FilterAttribute attribute, FilterToken operation, string fitting) =>
        FilterErrors.Mismatch(operation.Position, $"{operation} does not fit: {Described(attribute)} and knows {fitting}.");

    private static string Described(FilterAttribute attribute) => $"{attribute.Name} is {(attribute.Name == Status ? "a status" : $"of type {attribute.Type}")}";

    protected HoldfastException Unknown(FilterToken name) =>
        FilterErrors.At(ErrorCodes.SearchAttributeUnknown, name.Position, $"the namespace '{@namespace}' has no search attribute '{name.Value}'. {SearchAttributeTyping.Known(@namespace, types)} Names are compared with case.");

    protected virtual object Value(FilterAttribute attribute, FilterToken literal) =>
        FilterLiterals.Read(attribute, literal) ?? throw FilterErrors.Mismatch(literal.Position, $"{literal} is no value of {attribute.Name}; use {Expected(attribute)}.");

    private static string Expected(FilterAttribute attribute) => attribute switch
    {
        { Name: Status } => "one of " + string.Join(", ", FilterLiterals.StatusNames),
        { Name: "ExecutionDuration" } => "nanoseconds or a duration such as '1h30m' or '01:30:00'",
        { Type: SearchAttributeType.Bool } => "true or false",
        { Type: SearchAttributeType.Datetime } => "a text such as '2026-03-01T12:00:00Z', or nanoseconds since 1970",
        { Type: SearchAttributeType.Double } => "a finite number",
        { Type: SearchAttributeType.Int } => string.Create(CultureInfo.InvariantCulture, $"a whole number from {long.MinValue} to {long.MaxValue}"),
        _ => "a text in quotes",
    };
}
