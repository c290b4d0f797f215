namespace Holdfast.Cli.Demo.Tools;

/// <summary>Languages, told by a file's name.</summary>
internal static class Languages
{
    /// <summary>The language of what has no other.</summary>
    public const string Other = "Other";

    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".bash"] = "Shell", [".c"] = "C", [".cc"] = "C++", [".clj"] = "Clojure", [".cpp"] = "C++", [".cs"] = "C#", [".csproj"] = "MSBuild", [".css"] = "CSS",
        [".dart"] = "Dart", [".erl"] = "Erlang", [".ex"] = "Elixir", [".exs"] = "Elixir", [".fs"] = "F#", [".fsproj"] = "MSBuild", [".go"] = "Go", [".h"] = "C",
        [".hpp"] = "C++", [".hs"] = "Haskell", [".html"] = "HTML", [".java"] = "Java", [".js"] = "JavaScript", [".json"] = "JSON", [".jsx"] = "JavaScript",
        [".kt"] = "Kotlin", [".lua"] = "Lua", [".md"] = "Markdown", [".ml"] = "OCaml", [".php"] = "PHP", [".pl"] = "Perl", [".props"] = "MSBuild", [".proto"] = "Protobuf",
        [".ps1"] = "PowerShell", [".py"] = "Python", [".r"] = "R", [".rb"] = "Ruby", [".rs"] = "Rust", [".rst"] = "reStructuredText", [".scala"] = "Scala",
        [".scss"] = "CSS", [".sh"] = "Shell", [".slnx"] = "MSBuild", [".sql"] = "SQL", [".swift"] = "Swift", [".targets"] = "MSBuild", [".tf"] = "Terraform",
        [".toml"] = "TOML", [".ts"] = "TypeScript", [".tsx"] = "TypeScript", [".txt"] = "Text", [".vb"] = "Visual Basic", [".xml"] = "XML", [".yaml"] = "YAML",
        [".yml"] = "YAML", [".zig"] = "Zig",
    };

    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal) { "Markdown", "reStructuredText", "Text", Other };

    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "JSON", "XML", "YAML", "TOML", "MSBuild" };

    /// <summary>The language of a file.</summary>
    public static string Of(string fileName) => ByExtension.GetValueOrDefault(Path.GetExtension(fileName), Other);

    /// <summary>True for a language that programs are written in.</summary>
    public static bool IsCode(string language) => !Prose.Contains(language) && !Data.Contains(language);
}
