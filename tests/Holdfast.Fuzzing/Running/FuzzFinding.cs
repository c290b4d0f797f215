namespace Holdfast.Fuzzing;

/// <summary>An input that a target did not take as it must.</summary>
/// <param name="Target">The target.</param>
/// <param name="Number">The input's number; negative when it was given.</param>
/// <param name="Input">The input.</param>
/// <param name="What">What went wrong.</param>
internal sealed record FuzzFinding(string Target, long Number, byte[] Input, string What)
{
    public override string ToString() => $"""
        {Target}, input {Number}: {What}
          hex: {Convert.ToHexString(Input)}
          again: ./dev fuzz --target {Target} {(Number < 0 ? $"--hex {Convert.ToHexString(Input)}" : $"--start {Number} --inputs 1")}
        """;
}
