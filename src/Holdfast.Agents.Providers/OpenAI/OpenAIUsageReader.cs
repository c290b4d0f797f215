using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Reads how many tokens a response cost.</summary>
internal static class OpenAIUsageReader
{
    private static readonly string[] OtherInputCounts = ["audio_tokens"];
    private static readonly string[] OtherOutputCounts = ["audio_tokens", "accepted_prediction_tokens", "rejected_prediction_tokens"];

    public static UsageDetails? Read(JsonElement response)
    {
        if (response.GetObjectOrNull("usage") is not { } usage)
        {
            return null;
        }

        JsonElement input = usage.GetObjectOrNull("prompt_tokens_details") ?? default;
        JsonElement output = usage.GetObjectOrNull("completion_tokens_details") ?? default;
        UsageDetails details = new()
        {
            InputTokenCount = usage.GetInt64OrNull("prompt_tokens"),
            OutputTokenCount = usage.GetInt64OrNull("completion_tokens"),
            TotalTokenCount = usage.GetInt64OrNull("total_tokens"),
            CachedInputTokenCount = input.GetInt64OrNull("cached_tokens"),
            ReasoningTokenCount = output.GetInt64OrNull("reasoning_tokens"),
        };
        AddOthers(details, input, "input", OtherInputCounts);
        AddOthers(details, output, "output", OtherOutputCounts);
        return details;
    }

    private static void AddOthers(UsageDetails details, JsonElement counts, string prefix, string[] names)
    {
        foreach (string name in names)
        {
            if (counts.GetInt64OrNull(name) is { } count and > 0)
            {
                details.AdditionalCounts ??= [];
                details.AdditionalCounts[$"{prefix}_{name}"] = count;
            }
        }
    }
}
