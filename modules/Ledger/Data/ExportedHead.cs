using System.Text.Json.Serialization;

namespace Cryptocardium.Ledger.Data;

// A chain head in the export file.
internal sealed record ExportedHead(
    [property: JsonPropertyName("lane")] int Lane, [property: JsonPropertyName("sequence")] long Sequence, [property: JsonPropertyName("hash")] string Hash);
