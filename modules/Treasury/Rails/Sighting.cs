using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Rails;

// What a chain says of a transfer of ours. Confirmations are the blocks on top of its own; gas is what it cost us.
internal sealed record Sighting(SightingKind Kind, int Confirmations, Usd Gas)
{
    public static readonly Sighting Unknown = new(SightingKind.Unknown, 0, Usd.Zero);

    public static readonly Sighting Waiting = new(SightingKind.Waiting, 0, Usd.Zero);
}
