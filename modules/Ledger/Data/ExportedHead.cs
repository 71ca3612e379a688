using System.Text.Json.Serialization;

namespace Cryptocardium.Ledger.Data;

// The end of a lane as it stands in the file.
internal sealed record ExportedHead(
    [property: JsonPropertyName("lane")] int Lane, [property: JsonPropertyName("sequence")] long Sequence, [property: JsonPropertyName("hash")] string Hash);
