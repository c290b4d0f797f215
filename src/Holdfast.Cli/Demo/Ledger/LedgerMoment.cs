using System.Text.Json.Serialization;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>What a line of a ledger tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerMoment>))]
internal enum LedgerMoment
{
    /// <summary>An attempt begins.</summary>
    Begin = 0,

    /// <summary>An attempt has its result.</summary>
    End = 1,
}
