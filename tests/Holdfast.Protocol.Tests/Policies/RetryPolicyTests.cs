namespace Holdfast.Protocol.Tests;

public sealed class RetryPolicyTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<RetryPolicy> ValidPolicies =>
    [
        RetryPolicy.Default,
        new RetryPolicy { BackoffCoefficient = 1.0 },
        new RetryPolicy { InitialInterval = Second, MaximumInterval = Second },
        new RetryPolicy { InitialInterval = TimeSpan.FromTicks(1) },
        new RetryPolicy { MaximumAttempts = int.MaxValue },
    ];

    [Theory]
    [MemberData(nameof(ValidPolicies), DisableDiscoveryEnumeration = true)]
    public void Policies_within_the_ranges_are_accepted(RetryPolicy policy) => Assert.Null(Record.Exception(policy.Validate));

    [Fact]
    public void An_initial_interval_of_zero_or_less_is_refused()
    {
        AssertRefused(new RetryPolicy { InitialInterval = TimeSpan.Zero }, nameof(RetryPolicy.InitialInterval));
        AssertRefused(new RetryPolicy { InitialInterval = -Second }, nameof(RetryPolicy.InitialInterval));
    }

    [Fact]
    public void A_backoff_coefficient_below_one_is_refused()
    {
        AssertRefused(new RetryPolicy { BackoffCoefficient = 0.99 }, nameof(RetryPolicy.BackoffCoefficient));
        AssertRefused(new RetryPolicy { BackoffCoefficient = double.NaN }, nameof(RetryPolicy.BackoffCoefficient));
    }

    [Fact]
    public void A_maximum_interval_below_the_initial_one_is_refused() =>
        AssertRefused(new RetryPolicy { InitialInterval = 2 * Second, MaximumInterval = Second }, nameof(RetryPolicy.MaximumInterval));

    [Fact]
    public void A_negative_number_of_attempts_is_refused() =>
        AssertRefused(new RetryPolicy { MaximumAttempts = -1 }, nameof(RetryPolicy.MaximumAttempts));

    [Fact]
    public void Policies_are_compared_by_content()
    {
        var policy = new RetryPolicy { NonRetryableErrorTypes = ["A", "B"] };

        Assert.Equal(policy, new RetryPolicy { NonRetryableErrorTypes = new List<string> { "A", "B" } });
        Assert.NotEqual(policy, new RetryPolicy { NonRetryableErrorTypes = ["B", "A"] });
    }

    private static void AssertRefused(RetryPolicy policy, string property)
    {
        var error = Assert.Throws<HoldfastException>(policy.Validate);
        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
        Assert.Contains(property, error.Message, StringComparison.Ordinal);
    }
}
