using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests.Guide;

internal static class SurveyTools
{
    public static string Measure(string site) => site switch
    {
        "north" => "3 m",
        "south" => "5 m",
        _ => throw new ToolException($"There is no site '{site}'. The sites are north and south."),
    };

    public static string Blast(string site, AIFunctionArguments arguments)
    {
        var key = ToolContext.Of(arguments)!.IdempotencyKey;
        return $"{site} is blasted, order {key}";
    }
}
