namespace Holdfast;

/// <summary>Compensations of a saga failed, so that something that should have been undone may stand. It ends the workflow as any failure does.</summary>
public sealed class SagaCompensationException : FailureException
{
    internal SagaCompensationException(string message, IReadOnlyList<Exception> failures)
        : base(message, failures[0], null) => Failures = failures;

    /// <summary>What the compensations threw, in the order in which they ended.</summary>
    public IReadOnlyList<Exception> Failures { get; }
}
