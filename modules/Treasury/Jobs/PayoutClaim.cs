namespace Cryptocardium.Treasury.Jobs;

// A signed payout that is ours to send, for as long as the fence is the one it was claimed with.
internal sealed record PayoutClaim(string Id, long Fence);
