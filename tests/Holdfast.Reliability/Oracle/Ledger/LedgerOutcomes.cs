using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>How things that a ledger began have ended, in words.</summary>
internal static class LedgerOutcomes
{
    public const string Fired = "fired";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Canceled = "canceled";
    public const string TimedOut = "timed-out";
    public const string Terminated = "terminated";
    public const string NotStarted = "not-started";

    public static string Completed(long value) => string.Create(CultureInfo.InvariantCulture, $"completed:{value}");

    public static string Of(Exception exception) => exception switch
    {
        ActivityFailureException or ChildWorkflowFailureException when exception.InnerException is { } cause => Of(cause),
        OperationCanceledException => Canceled,
        TimeoutFailureException => TimedOut,
        TerminatedFailureException => Terminated,
        _ => Failed,
    };
}
