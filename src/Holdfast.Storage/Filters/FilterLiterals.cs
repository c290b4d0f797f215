using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Reads the values of a list filter as an attribute's type asks; null when they do not fit.</summary>
internal static class FilterLiterals
{
    public static readonly IReadOnlyList<string> StatusNames = [.. Enum.GetNames<WorkflowExecutionStatus>().Where(n => n != "Unspecified")];

    private const long NanosecondsPerTick = 100;
    private const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static object? Read(FilterAttribute attribute, FilterToken literal) => attribute switch
    {
        { Name: "ExecutionStatus" } => Status(literal),
        { Name: "ExecutionDuration" } => literal.Kind == FilterTokenKind.Text ? FilterDurations.Nanoseconds(literal.Value) : Int(literal),
        { Type: SearchAttributeType.Bool } => Bool(literal),
        { Type: SearchAttributeType.Datetime } => Datetime(literal),
        { Type: SearchAttributeType.Double } => Double(literal),
        { Type: SearchAttributeType.Int } => Int(literal),
        _ => literal.Kind == FilterTokenKind.Text ? literal.Value : null,
    };

    private static string? Status(FilterToken literal) => literal.Kind switch
    {
        FilterTokenKind.Text => StatusNames.FirstOrDefault(n => n == literal.Value),
        FilterTokenKind.Number when int.TryParse(literal.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((WorkflowExecutionStatus)number) => ((WorkflowExecutionStatus)number).ToString(),
        _ => null,
    };

    private static long? Bool(FilterToken literal) =>
        literal.Kind == FilterTokenKind.Number ? null
        : literal.Value.Equals("true", StringComparison.OrdinalIgnoreCase) ? 1L
        : literal.Value.Equals("false", StringComparison.OrdinalIgnoreCase) ? 0L
        : null;

    private static double? Double(FilterToken literal) =>
        literal.Kind == FilterTokenKind.Number && double.TryParse(literal.Value, Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static long? Int(FilterToken literal) =>
        literal.Kind == FilterTokenKind.Number && long.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Datetime(FilterToken literal)
    {
        if (literal.Kind == FilterTokenKind.Text)
        {
            return SearchAttributePayload.TryReadDatetime(literal.Value, out var time) ? time.UtcTicks : null;
        }

        return Int(literal) is long nanoseconds ? DateTimeOffset.UnixEpoch.Ticks + (nanoseconds / NanosecondsPerTick) : null;
    }
}
