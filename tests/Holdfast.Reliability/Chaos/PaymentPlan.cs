using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>What each workflow has to do, known in advance. Each effect has a step of its own, which is counted outside.</summary>
internal static class PaymentPlan
{
    /// <summary>The first step that a local activity pays.</summary>
    public const int FirstLocal = 10;

    /// <summary>What the child pays whose parent waits for it.</summary>
    public const int AwaitedChild = 20;

    /// <summary>What the child pays that outlives its parent.</summary>
    public const int AbandonedChild = 21;

    /// <summary>What the child pays that is asked to cancel when its parent ends.</summary>
    public const int CanceledChild = 22;

    /// <summary>The child that is terminated when its parent ends; it pays nothing.</summary>
    public const int TerminatedChild = 23;

    /// <summary>The first step that an update pays.</summary>
    public const int FirstBonus = 30;

    /// <summary>The first step that a link of the chain pays.</summary>
    public const int FirstLink = 40;

    /// <summary>The step whose argument and result lie in the blob store.</summary>
    public const int Letter = 50;

    /// <summary>Signals that each workflow gets, from as many clients.</summary>
    public const int Signals = 3;

    private const int MostSteps = 4;
    private const int LetterLength = 300_000;

    public static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"payment-{index}");

    /// <summary>A child of a workflow, by what it pays.</summary>
    public static string ChildIdOf(int index, int step) => string.Create(CultureInfo.InvariantCulture, $"payment-{index}-child-{step}");

    public static int StepsOf(int index) => 1 + (index % MostSteps);

    /// <summary>Payments that local activities make. Not beside updates: after a crash those may come in between, and the key of a local activity is that of its place.</summary>
    public static int LocalsOf(int index) => index % 4 == 1 ? 2 : 0;

    /// <summary>Updates that clients send.</summary>
    public static int BonusesOf(int index) => index % 2 == 0 ? 2 : 0;

    /// <summary>Runs of the chain, each of which goes on as the next.</summary>
    public static int LinksOf(int index) => index % 5 == 2 ? 2 + (index % 3) : 0;

    public static bool HasLetter(int index) => index % 7 == 3;

    /// <summary>The children that are there when the parent ends or after it, by what they pay; the chain is another.</summary>
    public static IEnumerable<int> ChildrenOf(int index) => (index % 6) switch
    {
        1 => [AwaitedChild],
        2 => [AbandonedChild],
        3 => [TerminatedChild],
        4 => [AwaitedChild, AbandonedChild],
        5 => [CanceledChild],
        _ => [],
    };

    /// <summary>Whether a payment races with a timer.</summary>
    public static bool Races(int index, int step) => (index + step) % 3 == 0;

    /// <summary>Every step that must have been paid when all is done.</summary>
    public static IEnumerable<int> EffectsOf(int index) =>
    [
        .. Enumerable.Range(0, StepsOf(index)),
        .. Enumerable.Range(FirstLocal, LocalsOf(index)),
        .. ChildrenOf(index).Where(c => c != TerminatedChild),
        .. Enumerable.Range(FirstBonus, BonusesOf(index)),
        .. Enumerable.Range(FirstLink, LinksOf(index)),
        .. HasLetter(index) ? new[] { Letter } : [],
    ];

    /// <summary>How many runs there are in the end, its own and those of its children.</summary>
    public static int RunsOf(int index) => 1 + ChildrenOf(index).Count() + LinksOf(index);

    /// <summary>How many of them went on as another.</summary>
    public static int ContinuedRunsOf(int index) => Math.Max(0, LinksOf(index) - 1);

    public static TimeSpan NapOf(int index) => TimeSpan.FromMilliseconds(index % 3 * 20);

    public static long AmountOf(int index, int step) => (index * 10L) + step;

    public static long TipOf(int index, int signal) => index + signal;

    /// <summary>Text above the limit up to which payloads lie in the history.</summary>
    public static string LetterOf(int index) => string.Create(LetterLength, index, static (text, of) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)('a' + ((of + (i * 7)) % 26));
        }
    });

    /// <summary>What an attempt is that does its work and fails all the same.</summary>
    public static bool FailsAfterwards(int index, int step, int attempt) => attempt == 1 && (index + step) % 5 == 0;

    /// <summary>All that it pays, except for children that it does not wait for, and the tips.</summary>
    public static long ResultOf(int index) =>
        EffectsOf(index).Where(step => step is not (AbandonedChild or CanceledChild)).Sum(step => AmountOf(index, step)) + Enumerable.Range(0, Signals).Sum(signal => TipOf(index, signal));
}
