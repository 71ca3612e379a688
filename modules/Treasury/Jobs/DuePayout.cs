namespace Cryptocardium.Treasury.Jobs;

// A due payout and the wallet that pays it.
internal sealed record DuePayout(string Id, string Wallet);
