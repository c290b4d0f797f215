namespace Holdfast.Simulation;

/// <summary>A defect that is built into a copy of the engine on purpose, to see that the checkers find it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Defect">What is wrong, in words.</param>
/// <param name="File">The source file, from the root of the repository.</param>
/// <param name="Original">Code that occurs in it once.</param>
/// <param name="Replacement">What takes its place; <c>MUTANT</c> in it is true while the defect is switched on.</param>
internal sealed record Mutant(string Name, string Defect, string File, string Original, string Replacement)
{
    private const string Switch = "MUTANT";

    /// <summary>Another place that has the same defect while the switch is on, when more than one piece of code keeps the engine from it; null: there is none.</summary>
    public Mutant? Also { get; init; }

    /// <summary>Every place that is changed.</summary>
    public IEnumerable<Mutant> Places => Also is null ? [this] : [this, .. Also.Places];

    /// <summary>The file's text with the defect in it, behind its switch.</summary>
    /// <exception cref="FormatException">The code has changed: the mutant's original text is not in the file, or more than once.</exception>
    public string ApplyTo(string text)
    {
        var first = text.IndexOf(Original, StringComparison.Ordinal);
        if (first < 0 || text.IndexOf(Original, first + 1, StringComparison.Ordinal) >= 0)
        {
            throw new FormatException($"The mutant '{Name}' looks in {File} for code that must be there once: {Original}. The code has changed; change the mutant with it (MutantList.cs).");
        }

        return text.Replace(Original, Replacement.Replace(Switch, $"global::Holdfast.Protocol.MutantSwitch.IsOn(\"{Name}\")", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
