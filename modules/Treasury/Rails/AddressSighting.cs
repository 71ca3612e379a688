namespace Cryptocardium.Treasury.Rails;

// What a chain showed at the address of a top-up, and how often it had been looked at when the chain was asked.
internal sealed record AddressSighting(string TopupId, long Looks, IReadOnlyList<Transfer> Transfers);
