using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Tests.Treasury;

public sealed class PayoutTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Columns: steps, and the final state; * for a step that is not allowed.
    [Theory]
    [InlineData("", "Held")]
    [InlineData("sign", "Signed")]
    [InlineData("sign sent", "Sent")]
    [InlineData("sign sent confirm", "Confirmed")]
    [InlineData("sign sent fail", "Failed")]
    [InlineData("sign sent again", "Held")]
    [InlineData("sign sent again sign sent confirm", "Confirmed")]
    [InlineData("sign again", "*")]
    [InlineData("sign sent again sent", "*")]
    [InlineData("aside sign aside later take aside sent", "Sent")]
    [InlineData("cancel", "Cancelled")]
    [InlineData("block", "Failed")]
    [InlineData("sign later take sent", "Sent")]
    [InlineData("sign take", "*")]
    [InlineData("sign sign", "*")]
    [InlineData("sign cancel", "*")]
    [InlineData("sign block", "*")]
    [InlineData("sign confirm", "*")]
    [InlineData("sign sent cancel", "*")]
    [InlineData("sign sent sent", "*")]
    [InlineData("sign sent confirm fail", "*")]
    [InlineData("sign sent fail confirm", "*")]
    [InlineData("sign sent later take", "*")]
    [InlineData("cancel sign", "*")]
    [InlineData("block sign", "*")]
    [InlineData("sent", "*")]
    [InlineData("confirm", "*")]
    [InlineData("take", "*")]
    public void Only_what_is_held_is_taken_back_and_only_what_is_sent_ends(string steps, string end)
    {
        var payout = New();
        var now = Now;
        var run = () => Array.ForEach(steps.Split(' ', StringSplitOptions.RemoveEmptyEntries), step => Do(payout, step, ref now));
        if (end == "*")
        {
            Assert.Throws<InvalidOperationException>(run);
        }
        else
        {
            run();
            Assert.Equal(end, payout.State.ToString());
        }
    }

    [Fact]
    public void The_fee_is_taken_out_of_the_amount()
    {
        var payout = New();
        Assert.Equal(("99.00", "1.00", "100.00"), (payout.Booked.ToString(), payout.Fee.ToString(), payout.Charged.ToString()));
        Assert.Equal(("99000000", 6), (payout.Units, payout.Decimals));
    }

    [Fact]
    public void Each_claim_counts_the_fence_up_and_keeps_the_bytes()
    {
        var payout = New();
        payout.Sign(7, [1, 2], "hash", Lease, Now);
        payout.Reclaim(Lease, Now + Lease);
        Assert.Equal((2L, 7L, "hash", Now + Lease + Lease), (payout.Fence, payout.Nonce!.Value, payout.TxHash!, payout.LeaseUntil!.Value));
        Assert.Equal([1, 2], payout.SignedBytes!);
    }

    private static void Do(Payout payout, string step, ref DateTimeOffset now)
    {
        switch (step)
        {
            case "sign":
                payout.Sign(0, [1], "hash", Lease, now);
                break;
            case "take":
                payout.Reclaim(Lease, now);
                break;
            case "sent":
                payout.MarkSent(now);
                break;
            case "confirm":
                payout.Confirm(now);
                break;
            case "fail":
                payout.Fail(now);
                break;
            case "block":
                payout.Block(now);
                break;
            case "again":
                payout.TryAgain(now);
                break;
            case "aside":
                payout.SetAside(now);
                break;
            case "cancel":
                payout.Cancel(now);
                break;
            default:
                now += Lease;
                break;
        }
    }

    internal static Payout New()
    {
        var chain = new ChainCatalog(new ConfigurationBuilder().Build()).Get("tron");
        var terms = new WithdrawalTerms(Mode.Sandbox, chain, Usd.FromDollars(100));
        var address = RawAddress.Zero.Text(AddressFormat.Tron);
        return Payout.Of(Withdrawal.Create(new WithdrawalId("wd_1"), new AccountId("acc_1"), terms, address, Now), terms, TimeSpan.Zero);
    }
}
