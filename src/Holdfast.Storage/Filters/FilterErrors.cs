using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Errors of list filters: what, where, how to mend it.</summary>
internal static class FilterErrors
{
    public static HoldfastException At(ErrorCode code, int position, string message) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"The list filter, at character {position}: {message}"));

    public static HoldfastException Syntax(int position, string message) => At(ErrorCodes.ListFilterSyntax, position, message);

    public static HoldfastException Expected(FilterToken found, string expected) => Syntax(found.Position, $"{found} stands where {expected} is expected.");

    public static HoldfastException Mismatch(int position, string message) => At(ErrorCodes.ListFilterTypeMismatch, position, message);
}
