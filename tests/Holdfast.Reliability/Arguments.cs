using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>Options on the command line.</summary>
internal static class Arguments
{
    public const int UsageError = 2;

    /// <summary>The number behind an option.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static int Number(string[] args, string option, int otherwise)
    {
        var index = Array.IndexOf(args, option);
        return index < 0 ? otherwise
            : index + 1 < args.Length ? int.Parse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture)
            : throw new FormatException($"{option} needs a value.");
    }

    public static int Refuse(string usage)
    {
        Console.Error.WriteLine(usage);
        return UsageError;
    }
}
