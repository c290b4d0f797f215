using System.Text.Json;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>Reads a ledger, also while it is being written.</summary>
internal sealed class LedgerReader(string path)
{
    private readonly LineReader _lines = new(path);
    private readonly List<LedgerEntry> _entries = [];

    /// <summary>The entries read so far.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>Reads a whole ledger.</summary>
    public static IReadOnlyList<LedgerEntry> ReadAll(string path)
    {
        var reader = new LedgerReader(path);
        reader.ReadNew();
        return reader.Entries;
    }

    /// <summary>Reads what was added. Lines that are no entries are passed over: a process may be killed while it writes one, and what is missing shows in the numbering.</summary>
    public void ReadNew() => _entries.AddRange(_lines.ReadNew().Select(Parse).OfType<LedgerEntry>());

    private static LedgerEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
