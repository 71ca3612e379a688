using System.Text.Json.Serialization;

namespace Cryptocardium.Ledger.Data;

// A line of the export file: the chain heads of all lanes at one moment.
internal sealed record ExportedHeads(
    [property: JsonPropertyName("at")] string At, [property: JsonPropertyName("heads")] IReadOnlyList<ExportedHead> Heads);
