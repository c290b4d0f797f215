using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>Rules as JSON.</summary>
internal static class RuleJson
{
    public static void Write(Utf8JsonWriter writer, WorkflowRule rule)
    {
        writer.WriteString("id", rule.Id);
        writer.WriteString("activityFilter", rule.ActivityFilter);
        writer.WriteString("runFilter", rule.RunFilter);
        writer.WriteString("description", rule.Description);
        if (rule.ExpirationTime is { } expiration)
        {
            writer.WriteString("expirationTime", expiration);
        }

        writer.WriteString("createdBy", rule.CreatedBy);
        writer.WriteString("createTime", rule.CreateTime);
    }
}
