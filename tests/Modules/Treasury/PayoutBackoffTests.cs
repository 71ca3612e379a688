namespace Cryptocardium.Tests.Treasury;

public sealed class PayoutBackoffTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_failing_payout_is_put_off_twice_as_long_each_time_up_to_a_maximum()
    {
        var payout = PayoutTests.New();
        var seconds = Enumerable.Range(0, 10).Select(_ =>
        {
            payout.SetAside(Now);
            return (payout.NotBefore - Now).TotalSeconds;
        });
        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 600, 600, 600], seconds);
        payout.Sign(0, [1], "hash", Lease, Now);
        Assert.Equal(0, payout.Failures);
    }

    [Fact]
    public void A_transfer_that_failed_is_followed_by_another_with_a_number_of_its_own()
    {
        var payout = PayoutTests.New();
        payout.Sign(7, [1], "hash", Lease, Now);
        payout.MarkSent(Now);
        payout.TryAgain(Now);
        Assert.Equal((null, null, null, 1), (payout.Nonce, payout.SignedBytes, payout.TxHash, payout.FailedTransfers));
        Assert.Equal(Now.AddMinutes(1), payout.NotBefore);
        Assert.False(payout.IsDue(Now));
    }
}
