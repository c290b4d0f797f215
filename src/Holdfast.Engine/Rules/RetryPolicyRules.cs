using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Checks retry policies.</summary>
internal static class RetryPolicyRules
{
    /// <summary>What is wrong with the policy; null when it is in range, or not set.</summary>
    internal static string? Problem(RetryPolicy? policy)
    {
        if (policy is null || ReferenceEquals(policy, RetryPolicy.Default))
        {
            return null;
        }

        try
        {
            policy.Validate();
            return null;
        }
        catch (HoldfastException e) when (e.Code == ErrorCodes.InvalidArgument)
        {
            return e.Message;
        }
    }
}
