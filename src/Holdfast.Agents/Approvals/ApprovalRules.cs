using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>What binds a decision to a request.</summary>
internal static class ApprovalRules
{
    public static void Check(ApprovalResolution resolution, ApprovalRequest request)
    {
        Require(string.Equals(resolution.CallId, request.CallId, StringComparison.Ordinal), request, $"the decision is about call '{resolution.CallId}'");
        Require(string.Equals(resolution.ArgumentsHash, request.ArgumentsHash, StringComparison.OrdinalIgnoreCase), request, "the decision is about other arguments than the call has: read the pending approvals again");
        Require(resolution.Decision is ApprovalDecision.Approve or ApprovalDecision.Reject or ApprovalDecision.Edit, request, $"'{resolution.Decision}' is no decision");
        Require(resolution.Decision == ApprovalDecision.Edit == resolution.Arguments is not null, request, "an edit carries arguments, and no other decision does");
        Require(resolution.Arguments is null or { ValueKind: JsonValueKind.Object }, request, "the edited arguments are no JSON object");
    }

    private static void Require(bool condition, ApprovalRequest request, string problem)
    {
        if (!condition)
        {
            throw new HoldfastException(ErrorCodes.ApprovalMismatch, $"Call '{request.CallId}' of tool '{request.Tool}' was not decided: {problem}.");
        }
    }
}
