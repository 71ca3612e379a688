namespace Cryptocardium.Treasury.Jobs;

// A payout that is due, and the wallet that pays it.
internal sealed record DuePayout(string Id, string Wallet);
