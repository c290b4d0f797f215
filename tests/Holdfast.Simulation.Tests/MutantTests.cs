namespace Holdfast.Simulation.Tests;

public sealed class MutantTests
{
    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Holdfast.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }

    public static TheoryData<string> Names => [.. MutantList.All.Concat(MutantList.OfModel).Select(m => m.Name)];

    /// <summary>When this fails the code has changed under a mutant: change the mutant with it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutant_finds_the_code_that_it_changes(string name)
    {
        var mutant = MutantList.All.Concat(MutantList.OfModel).Single(m => m.Name == name);
        Assert.All(mutant.Places, place => Assert.Contains(name, place.ApplyTo(File.ReadAllText(Path.Combine(Root, place.File))), StringComparison.Ordinal));
    }

    [Fact]
    public void Each_mutant_has_a_name_of_its_own() => Assert.Equal(Names.Count, Names.Select(n => n.Data).Distinct(StringComparer.Ordinal).Count());
}
