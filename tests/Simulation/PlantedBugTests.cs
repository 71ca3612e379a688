using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Tests.Simulation.Planted;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Simulation;

// Shows that the simulation detects errors: the product has a bug in one posting, and the run must fail.
public sealed class PlantedBugTests
{
    private const int Seed = 1;
    private const int Events = 2_000;

    [Theory]
    [InlineData("card_load", 5, "to rounding", "load issue_card")]
    [InlineData("card_load", 5, "a cent less", "load issue_card")]
    [InlineData("card_unload", 3, "a cent less", "unload")]
    [InlineData("card_cancel", 0, "a cent less", "cancel_card")]
    [InlineData("deposit_credited", 4, "a cent less", "deposit")]
    [InlineData("topup_announced", 9, "a cent less", "create_topup")]
    [InlineData("authorization", 20, "a cent less", "authorize")]
    [InlineData("withdrawal_created", 5, "a cent less", "withdraw")]
    [InlineData("withdrawal_signed", 2, "to rounding", "simulate_withdrawal clock")]
    [InlineData("dispute_credited", 1, "a cent less", "file_dispute")]
    [InlineData("dispute_won", 1, "to rounding", "dispute_action clock")]
    [InlineData("dispute_lost", 0, "a cent less", "dispute_action clock")]
    [InlineData("capture", 7, "to rounding", "capture authorize force_capture")]
    public async Task One_wrong_posting_is_found_at_its_event(string type, int after, string wrong, string events)
    {
        var bug = new PlantedBug(type, after, wrong);

        var found = await Assert.ThrowsAsync<Disagreement>(() => Run.Play(Engine.Sqlite, Seed, Events, services => Plant(services, bug)));

        Assert.True(bug.IsSown);
        Assert.Contains(found.Event, events.Split(' '));
        Assert.Contains($"Event {found.Step} ({found.Event}) of seed {Seed} on Sqlite", found.Message, StringComparison.Ordinal);
        Assert.Contains($"{SimulationTests.SeedVariable}={Seed} dotnet test", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_finds_the_same_bug_at_the_same_event()
    {
        var first = await Assert.ThrowsAsync<Disagreement>(() => Find());
        var second = await Assert.ThrowsAsync<Disagreement>(() => Find());

        Assert.Equal((first.Step, first.Event), (second.Step, second.Event));
        Assert.Equal(first.InnerException!.Message, second.InnerException!.Message);

        static Task<string> Find() => Run.Play(
            Engine.Sqlite, Seed, Events, services => Plant(services, new PlantedBug("card_load", 5, "to rounding")));
    }

    private static void Plant(IServiceCollection services, PlantedBug bug)
    {
        var sound = services.Last(service => service.ServiceType == typeof(ILedger));
        services.AddScoped<ILedger>(provider => PlantedLedger.Around(
            (ILedger)ActivatorUtilities.CreateInstance(provider, sound.ImplementationType!), bug));
    }
}
