using System.Text;

namespace Holdfast.Simulation.Tests;

public sealed class PlaintextWatchTests
{
    private readonly PlaintextWatch _watch = new();

    [Theory]
    [InlineData("""{"Name":"a secret of some length"}""")]
    [InlineData("\"a secret of some length\"")]
    [InlineData("[\"a\",\"secret\",\"of\",\"some\",\"length\"]")]
    public void What_went_into_the_codecs_is_found_wherever_it_is_written(string text)
    {
        _watch.Note(Encoding.UTF8.GetBytes(text));
        _watch.Look(Encoding.UTF8.GetBytes($"\"{{before it {text}"), "the disk");
        Assert.StartsWith("the disk holds what should be encrypted", Assert.Single(_watch.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_texts_and_the_beginning_of_one_are_not_taken_for_it()
    {
        _watch.Note("\"a secret of some length\""u8);
        _watch.Look("\"a secret of another length\" and \"a secret of so"u8, "the disk");
        Assert.Empty(_watch.Problems);
    }

    [Fact]
    public void Short_values_may_be_there_for_another_reason()
    {
        _watch.Note("\"p0.1\""u8);
        _watch.Look("its ID is \"p0.1\" and nothing else"u8, "the disk");
        Assert.Empty(_watch.Problems);
    }

    [Fact]
    public void Texts_that_begin_alike_count_once()
    {
        _watch.Note(Encoding.UTF8.GetBytes($"\"{new string('a', 100)}b\""));
        _watch.Note(Encoding.UTF8.GetBytes($"\"{new string('a', 100)}c\""));
        Assert.Equal(1, _watch.Texts);
    }
}
