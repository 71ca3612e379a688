using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

internal sealed class HoldRow
{
    public required string Id { get; set; }

    public required string HeldCode { get; set; }

    public Usd Open { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
