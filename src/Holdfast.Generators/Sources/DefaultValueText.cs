using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Generators.Sources;

/// <summary>A parameter's default value as a C# expression.</summary>
internal static class DefaultValueText
{
    /// <summary>The expression; null when an argument must be sent.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (parameter.IsParams)
        {
            return "[]";
        }

        return parameter.HasExplicitDefaultValue ? OfConstant(parameter.ExplicitDefaultValue, Underlying(parameter.Type)) : null;
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string OfConstant(object? value, ITypeSymbol type) => value switch
    {
        null => "default!",
        bool or string or char => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        double number when IsNotFinite(number) => "double." + NotFinite(number),
        float number when IsNotFinite(number) => "float." + NotFinite(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        _ => $"({TypeText.OfRuntime(type)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
    };

    private static bool IsNotFinite(double number) => double.IsNaN(number) || double.IsInfinity(number);

    private static string NotFinite(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        return number > 0 ? "PositiveInfinity" : "NegativeInfinity";
    }
}
