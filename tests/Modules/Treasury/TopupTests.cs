using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Tests.Treasury;

public sealed class TopupTests
{
    private static readonly DateTimeOffset Opened = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Overdue = Opened + Topup.OpenFor;
    private static readonly Chain Tron = new ChainCatalog(new ConfigurationBuilder().Build()).Get("tron");

    [Theory]
    [InlineData(20_00, Mode.Sandbox)]
    [InlineData(199_99, Mode.Sandbox)]
    [InlineData(200_00, Mode.Live)]
    public void The_amount_decides_the_book(long cents, Mode mode) => Assert.Equal(mode, Open(cents).Mode);

    // Columns: before, requested, micro-dollars received, after, credited cents, accuracy, rest in micro-dollars, late, settles.
    [Theory]
    [InlineData("pending", 500_00, 500_000_000, "completed", 500_00, "exact", 0, false, true)]
    [InlineData("pending", 500_00, 499_990_000, "completed", 499_99, "underpaid", 0, false, true)]
    [InlineData("pending", 500_00, 600_000_000, "completed", 600_00, "overpaid", 0, false, true)]
    [InlineData("pending", 500_00, 500_009_999, "completed", 500_00, "exact", 9_999, false, true)]
    [InlineData("pending", 500_00, 1_000_000, "completed", 1_00, "underpaid", 0, false, true)]
    [InlineData("pending", 500_00, 999_999, "pending", 99, null, 9_999, false, false)]
    [InlineData("pending", 500_00, 9_999, "pending", 0, null, 9_999, false, false)]
    [InlineData("expired", 500_00, 500_000_000, "completed", 500_00, "exact", 0, true, false)]
    [InlineData("cancelled", 500_00, 20_000_000, "completed", 20_00, "underpaid", 0, true, false)]
    [InlineData("expired", 500_00, 500_000, "expired", 50, null, 0, false, false)]
    public void A_final_deposit_is_credited_as_it_arrived(
        string before, long asked, long received, string after, long credited, string? accuracy, long rest, bool late, bool settles)
    {
        var topup = In(before, asked);

        var credit = topup.Receive(new Usd(received), Overdue);

        Assert.Equal(after, topup.Status.ToString().ToLowerInvariant());
        Assert.Equal(Usd.FromCents(credited), credit.Amount);
        Assert.Equal(Usd.FromCents(credited), topup.CreditedUsd);
        Assert.Equal(new Usd(rest), credit.Rest);
        Assert.Equal(accuracy, topup.PaymentAccuracy);
        Assert.Equal(late, topup.CreditedLate);
        Assert.Equal(settles, credit.Settles);
        Assert.Equal(after == "completed", credit.Completes);
    }

    [Fact]
    public void Only_the_first_deposit_completes_and_all_of_them_count()
    {
        var topup = Open(500_00);

        Assert.True(topup.Receive(Usd.FromDollars(300), Opened).Completes);
        var second = topup.Receive(Usd.FromDollars(200), Opened);

        Assert.False(second.Completes);
        Assert.False(second.Settles);
        Assert.Equal(Usd.FromDollars(500), topup.CreditedUsd);
        Assert.Equal("exact", topup.PaymentAccuracy);
    }

    [Theory]
    [InlineData("pending", 0, true, false)]
    [InlineData("pending", 59, true, false)]
    [InlineData("pending", 60, false, true)]
    [InlineData("completed", 0, false, false)]
    [InlineData("expired", 60, false, false)]
    [InlineData("cancelled", 60, false, false)]
    public void It_can_be_cancelled_until_it_is_overdue(string status, int minutes, bool cancellable, bool overdue)
    {
        var topup = In(status, 500_00);
        var now = Opened.AddMinutes(minutes);

        Assert.Equal(cancellable, topup.CanBeCancelled(now));
        Assert.Equal(overdue, topup.IsOverdue(now));
    }

    [Fact]
    public void With_a_deposit_on_its_way_it_neither_expires_nor_can_be_cancelled()
    {
        var topup = Open(500_00);

        topup.Watch(confirmations: 3, awaitsFinality: true, Opened);

        Assert.Equal(3, topup.Confirmations);
        Assert.False(topup.IsOverdue(Overdue));
        Assert.Throws<InvalidOperationException>(() => topup.Expire(Overdue));
        Assert.Throws<InvalidOperationException>(() => topup.Cancel(Opened));
    }

    [Fact]
    public void Confirmations_are_counted_up_to_the_required_number()
    {
        var topup = Open(500_00);

        topup.Watch(confirmations: 1_000, awaitsFinality: false, Opened);

        Assert.Equal(Tron.RequiredConfirmations, topup.Confirmations);
    }

    private static Topup Open(long cents) =>
        Topup.Open(new TopupId("top_1"), new AccountId("acc_1"), Usd.FromCents(cents), Tron, "T…", Opened);

    private static Topup In(string status, long cents)
    {
        var topup = Open(cents);
        switch (status)
        {
            case "expired":
                topup.Expire(Overdue);
                break;
            case "cancelled":
                topup.Cancel(Opened);
                break;
            case "completed":
                topup.Receive(topup.AmountUsd, Opened);
                break;
        }

        return topup;
    }
}
