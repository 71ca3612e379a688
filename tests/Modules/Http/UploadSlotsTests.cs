using Cryptocardium.Host.Http.Uploads;
using Cryptocardium.Kernel;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class UploadSlotsTests
{
    private static readonly AccountId Greedy = AccountId.From("acc_1");

    [Fact]
    public void An_account_that_uses_all_its_slots_leaves_those_of_the_others()
    {
        var slots = new UploadSlots();
        var taken = Enumerable.Range(0, UploadSlots.MostOfAccount).Select(_ => slots.TryAcquire(Greedy)).ToList();
        Assert.DoesNotContain(null, taken);
        Assert.Null(slots.TryAcquire(Greedy));
        Assert.NotNull(slots.TryAcquire(AccountId.From("acc_2")));

        taken[0]!.Dispose();
        taken[0]!.Dispose();
        Assert.NotNull(slots.TryAcquire(Greedy));
        Assert.Null(slots.TryAcquire(Greedy));
    }

    [Fact]
    public void All_places_together_are_limited_and_come_back()
    {
        var slots = new UploadSlots();
        var taken = Enumerable.Range(0, UploadSlots.Most).Select(index => slots.TryAcquire(AccountId.From($"acc_{index}"))).ToList();
        Assert.DoesNotContain(null, taken);
        Assert.Null(slots.TryAcquire(Greedy));
        taken[^1]!.Dispose();
        Assert.NotNull(slots.TryAcquire(Greedy));
    }
}
