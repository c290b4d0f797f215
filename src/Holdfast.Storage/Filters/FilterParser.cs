using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Reads the tokens of a list filter by recursive descent: OR binds weakest, then AND, then NOT. The grammar is in docs/internals/list-filters.md.</summary>
internal sealed class FilterParser(List<FilterToken> tokens, FilterValues values)
{
    private int _next;
    private int _conditionCount;
    private int _valueCount;

    private FilterToken Current => tokens[_next];

    public ListFilter Parse()
    {
        var condition = Current.Kind == FilterTokenKind.End || Current.IsKeyword("ORDER") || Current.IsKeyword("GROUP") ? null : ParseOr(depth: 0);
        var group = TakeKeyword("GROUP") ? ParseGroup() : null;
        var isAscending = TakeKeyword("ORDER") && ParseOrder();
        return Current.Kind == FilterTokenKind.End ? new ListFilter(condition, isAscending, group) : throw FilterErrors.Expected(Current, "AND, OR or the end");
    }

    private FilterNode ParseOr(int depth)
    {
        var left = ParseAnd(depth);
        while (TakeKeyword("OR"))
        {
            left = new FilterNode.Or(left, ParseAnd(depth));
        }

        return left;
    }

    private FilterNode ParseAnd(int depth)
    {
        var left = ParseNot(depth);
        while (TakeKeyword("AND"))
        {
            left = new FilterNode.And(left, ParseNot(depth));
        }

        return left;
    }

    private FilterNode ParseNot(int depth)
    {
        if (depth > ListFilter.MaximumDepth)
        {
            throw FilterErrors.At(ErrorCodes.ListFilterTooLarge, Current.Position, $"parentheses and NOT nest deeper than {ListFilter.MaximumDepth}.");
        }

        if (TakeKeyword("NOT"))
        {
            return new FilterNode.Not(ParseNot(depth + 1));
        }

        if (!TakeSign("("))
        {
            return ParseCondition();
        }

        var inner = ParseOr(depth + 1);
        return TakeSign(")") ? inner : throw FilterErrors.Expected(Current, "AND, OR or a closing parenthesis");
    }

    private FilterNode ParseCondition()
    {
        if (++_conditionCount > ListFilter.MaximumConditions)
        {
            throw FilterErrors.At(ErrorCodes.ListFilterTooLarge, Current.Position, $"it has more than {ListFilter.MaximumConditions} conditions.");
        }

        var attribute = ParseAttribute();
        var operation = Current;
        if (TakeKeyword("IS"))
        {
            var isNegated = TakeKeyword("NOT");
            return TakeKeyword("NULL") ? Negated(new FilterNode.IsNull(attribute), isNegated) : throw FilterErrors.Expected(Current, isNegated ? "NULL" : "NULL or NOT NULL");
        }

        var isNot = TakeKeyword("NOT");
        return TakeKeyword("BETWEEN") ? Negated(ParseBetween(attribute, operation), isNot)
            : TakeKeyword("IN") ? Negated(ParseIn(attribute, operation), isNot)
            : TakeKeyword("STARTS_WITH") ? Negated(values.StartsWith(attribute, operation, TakeLiteral()), isNot)
            : isNot ? throw FilterErrors.Expected(Current, "BETWEEN, IN or STARTS_WITH")
            : ParseComparison(attribute, operation);
    }

    private FilterNode ParseComparison(FilterAttribute attribute, FilterToken operation)
    {
        if (operation.Kind != FilterTokenKind.Sign || operation.Value is "(" or ")" or ",")
        {
            throw FilterErrors.Expected(operation, "an operator (=, !=, <, <=, >, >=, BETWEEN, IN, STARTS_WITH, IS)");
        }

        _next++;
        return values.Compare(attribute, operation, TakeLiteral());
    }

    private FilterNode.And ParseBetween(FilterAttribute attribute, FilterToken operation)
    {
        var low = TakeLiteral();
        if (!TakeKeyword("AND"))
        {
            throw FilterErrors.Expected(Current, "AND and the upper bound of BETWEEN");
        }

        return new FilterNode.And(
            values.Compare(attribute, operation with { Kind = FilterTokenKind.Sign, Value = ">=" }, low),
            values.Compare(attribute, operation with { Kind = FilterTokenKind.Sign, Value = "<=" }, TakeLiteral()));
    }

    private FilterNode ParseIn(FilterAttribute attribute, FilterToken operation)
    {
        if (!TakeSign("("))
        {
            throw FilterErrors.Expected(Current, "an opening parenthesis");
        }

        List<FilterToken> literals = [TakeLiteral()];
        while (TakeSign(","))
        {
            literals.Add(TakeLiteral());
        }

        return TakeSign(")") ? values.In(attribute, operation, literals) : throw FilterErrors.Expected(Current, "a comma or a closing parenthesis");
    }

    private FilterAttribute ParseAttribute()
    {
        var name = Current;
        if (name.Kind is not (FilterTokenKind.Word or FilterTokenKind.QuotedName or FilterTokenKind.Text))
        {
            throw FilterErrors.Expected(name, "the name of a search attribute");
        }

        _next++;
        return values.Attribute(name);
    }

    private FilterAttribute ParseGroup()
    {
        RequireBy();
        var name = Current;
        var attribute = ParseAttribute();
        return attribute.Type is SearchAttributeType.Keyword or SearchAttributeType.Bool or SearchAttributeType.Int && attribute.Name is not ("RunId" or "ParentRunId" or "RootRunId")
            ? attribute
            : throw FilterErrors.At(ErrorCodes.ListFilterUnsupported, name.Position, $"{attribute.Name} cannot be grouped by; use ExecutionStatus or another Keyword, Bool or Int attribute.");
    }

    private bool ParseOrder()
    {
        RequireBy();
        var name = Current;
        var attribute = ParseAttribute();
        if (attribute.Name != "StartTime")
        {
            throw FilterErrors.At(ErrorCodes.ListFilterUnsupported, name.Position, $"runs cannot be ordered by {attribute.Name}, only by StartTime; leave ORDER BY out for the newest first.");
        }

        if (TakeKeyword("DESC"))
        {
            return false;
        }

        TakeKeyword("ASC");
        return true;
    }

    private void RequireBy()
    {
        if (!TakeKeyword("BY"))
        {
            throw FilterErrors.Expected(Current, "BY");
        }
    }

    private FilterToken TakeLiteral()
    {
        var literal = Current;
        if (literal.Kind is not (FilterTokenKind.Text or FilterTokenKind.Number) && !literal.IsKeyword("TRUE") && !literal.IsKeyword("FALSE"))
        {
            throw FilterErrors.Expected(literal, "a value (a text in quotes, a number, true or false)");
        }

        if (++_valueCount > ListFilter.MaximumValues)
        {
            throw FilterErrors.At(ErrorCodes.ListFilterTooLarge, literal.Position, $"it has more than {ListFilter.MaximumValues} values.");
        }

        _next++;
        return literal;
    }

    private bool TakeKeyword(string keyword) => Take(Current.IsKeyword(keyword));

    private bool TakeSign(string sign) => Take(Current.IsSign(sign));

    private bool Take(bool isWanted)
    {
        _next += isWanted ? 1 : 0;
        return isWanted;
    }

    private static FilterNode Negated(FilterNode node, bool isNegated) => isNegated ? new FilterNode.Not(node) : node;
}
