using System.Text;
using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Makes a condition in SQL of a filter. Every value becomes a parameter.</summary>
internal sealed class FilterSql(Connection connection, string @namespace)
{
    private const string AttributeId = "SELECT id FROM search_attributes WHERE namespace = ? AND name = ? AND type = ?";

    private readonly StringBuilder _sql = new();
    private readonly List<object> _values = [];

    /// <summary>The text so far.</summary>
    public string Text => _sql.ToString();

    /// <summary>Appends text that is fixed.</summary>
    public FilterSql Append(string text)
    {
        _sql.Append(text);
        return this;
    }

    /// <summary>Appends a parameter.</summary>
    public FilterSql Value(object value)
    {
        _sql.Append('?');
        _values.Add(value);
        return this;
    }

    /// <summary>Appends the condition of a node.</summary>
    public void Condition(FilterNode node)
    {
        switch (node)
        {
            case FilterNode.And and: Joined(FilterShape.Conjuncts(and), " AND "); break;
            case FilterNode.Or or: Joined(FilterShape.Disjuncts(or), " OR "); break;
            case FilterNode.Not not: Append("NOT ").Condition(not.Operand); break;
            case FilterNode.Compare compare: Compared(compare); break;
            case FilterNode.In among: Among(among); break;
            case FilterNode.StartsWith starts: Starting(starts); break;
            case FilterNode.IsNull isNull: Missing(isNull.Attribute); break;
            default: throw new HoldfastException(ErrorCodes.InvariantBroken, $"The filter has an unknown node {node.GetType().Name}.");
        }
    }

    /// <summary>Appends the value of an attribute that has one at most.</summary>
    public void Operand(FilterAttribute attribute)
    {
        if (RunColumns.Of(attribute) is { } column)
        {
            Append(column);
        }
        else
        {
            Append("(SELECT a.value FROM run_attributes a WHERE a.run_id = runs.run_id AND a.attribute_id = ").Value(IdOf(attribute)).Append(")");
        }
    }

    /// <summary>The number of an attribute in this file; 0, which none has, when no run was settled with it.</summary>
    public long IdOf(FilterAttribute attribute)
    {
        var statement = connection.Prepare(AttributeId).Bind(@namespace).Bind(attribute.Name).Bind((long)attribute.Type);
        var id = statement.Step() ? statement.GetInt64(0) : 0;
        statement.Clear();
        return id;
    }

    /// <summary>The statement with its parameters.</summary>
    public Statement Bind()
    {
        var statement = connection.PrepareOnce(Text);
        foreach (var value in _values)
        {
            switch (value)
            {
                case long number: statement.Bind(number); break;
                case double number: statement.Bind(number); break;
                case string text: statement.Bind(text); break;
                case RunId runId: statement.Bind(runId); break;
                case byte[] utf8: statement.BindUtf8(utf8); break;
                default: throw new HoldfastException(ErrorCodes.InvariantBroken, $"A filter has no values of type {value.GetType().Name}.");
            }
        }

        return statement;
    }

    private static bool IsMany(FilterAttribute attribute) => attribute.Type is SearchAttributeType.KeywordList or SearchAttributeType.Text;

    private static string Sign(FilterComparison comparison) => comparison switch
    {
        FilterComparison.Equal => " = ",
        FilterComparison.Less => " < ",
        FilterComparison.LessOrEqual => " <= ",
        FilterComparison.Greater => " > ",
        _ => " >= ",
    };

    // SQLite's parser keeps what stands before a parenthesis on a stack of 100 entries: the deepest operand comes first, so that only its parentheses count.
    private void Joined(IEnumerable<FilterNode> operands, string word)
    {
        var separator = "(";
        foreach (var operand in operands.OrderByDescending(FilterShape.Depth))
        {
            Append(separator);
            Condition(operand);
            separator = word;
        }

        Append(")");
    }

    private void Compared(FilterNode.Compare compare)
    {
        Append("(");
        Operand(compare.Attribute);
        Append(Sign(compare.Comparison)).Value(RunColumns.ValueOf(compare.Attribute, compare.Value)).Append(")");
    }

    private void Among(FilterNode.In among)
    {
        if (!IsMany(among.Attribute))
        {
            Append("(");
            Operand(among.Attribute);
            List(among);
            Append(")");
            return;
        }

        var id = IdOf(among.Attribute);
        Append("(CASE WHEN EXISTS (SELECT 1 FROM run_attributes a WHERE a.run_id = runs.run_id AND a.attribute_id = ").Value(id);
        Append(") THEN EXISTS (SELECT 1 FROM run_attributes a WHERE a.run_id = runs.run_id AND a.attribute_id = ").Value(id).Append(" AND a.value");
        List(among);
        Append(") END)");
    }

    private void List(FilterNode.In among)
    {
        Append(" IN (");
        for (var i = 0; i < among.Values.Count; i++)
        {
            Append(i == 0 ? string.Empty : ", ").Value(RunColumns.ValueOf(among.Attribute, among.Values[i]));
        }

        Append(")");
    }

    // Texts are compared as UTF-8 bytes: those with the prefix are less than the prefix with its last byte raised, which UTF-8 leaves room for.
    private void Starting(FilterNode.StartsWith starts)
    {
        var bound = Encoding.UTF8.GetBytes(starts.Prefix);
        Append("(");
        Operand(starts.Attribute);
        Append(" >= ").Value(starts.Prefix);
        if (bound.Length > 0)
        {
            bound[^1]++;
            Append(" AND ");
            Operand(starts.Attribute);
            Append(" < ").Value(bound);
        }

        Append(")");
    }

    private void Missing(FilterAttribute attribute)
    {
        if (IsMany(attribute))
        {
            Append("(NOT EXISTS (SELECT 1 FROM run_attributes a WHERE a.run_id = runs.run_id AND a.attribute_id = ").Value(IdOf(attribute)).Append("))");
            return;
        }

        Append("(");
        Operand(attribute);
        Append(" IS NULL)");
    }
}
