using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class LeaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60));

    [Fact]
    public void A_row_is_due_from_its_time_on_and_not_while_it_is_held()
    {
        var lease = new Lease { DueAt = Now };
        Assert.Equal((false, true), (lease.IsDue(Now.AddMilliseconds(-1)), lease.IsDue(Now)));
        var claimed = lease.Claim(Hold, Now);
        Assert.Equal((1, false, false), (claimed.Fence, claimed.IsDue(Now), claimed.IsAbandoned(Now + Hold - TimeSpan.FromMilliseconds(1))));
        Assert.True(claimed.IsAbandoned(Now + Hold));
    }

    [Fact]
    public void A_claim_is_refused_while_another_holds_and_takes_over_afterwards_under_a_new_token()
    {
        var first = new Lease { DueAt = Now }.Claim(Hold, Now);
        Assert.Throws<InvalidOperationException>(() => first.Claim(Hold, Now + Hold - TimeSpan.FromMilliseconds(1)));
        Assert.Equal(first with { Fence = 2, HeldUntil = Now + Hold + Hold }, first.Claim(Hold, Now + Hold));
    }

    [Fact]
    public void Failures_put_it_off_longer_each_time_until_it_gets_further()
    {
        var lease = new Lease { DueAt = Now };
        var pauses = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            lease = lease.SetAside(Pauses, Now);
            pauses.Add((lease.DueAt - Now).TotalSeconds);
        }

        Assert.Equal([5, 10, 20, 40, 60, 60], pauses);
        Assert.Equal(0, lease.Succeed().Failures);
    }

    [Fact]
    public void A_holder_that_fails_loses_its_claim_when_the_row_is_due_again()
    {
        var held = new Lease { DueAt = Now }.Claim(Hold, Now).SetAside(Pauses, Now);
        Assert.Equal((Now.AddSeconds(5), Now.AddSeconds(5)), (held.DueAt, held.HeldUntil));
        Assert.Null(new Lease { DueAt = Now }.SetAside(Pauses, Now).HeldUntil);
        Assert.Equal(new Lease { DueAt = Now.AddHours(1), Fence = 1, Failures = 1 }, held.Release(Now.AddHours(1)));
    }

    [Fact]
    public void The_longest_pause_ends_the_doubling_however_often_it_failed() =>
        Assert.Equal(TimeSpan.FromSeconds(60), Pauses.After(int.MaxValue));
}
