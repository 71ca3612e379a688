using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Ledger;

// Journals name their hold, so that each hold can be verified against its own journals.
public sealed class HoldJournalTests
{
    [DatabaseTheory]
    public async Task Money_that_was_shifted_between_two_holds_of_a_card_is_found(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 500);
        var first = await account.Authorize(card, 40);
        var second = await account.Authorize(card, 60);
        await account.Capture(first["authorization_id"], 15, final: false);
        Assert.Equal((0, true), await Verified(host));

        await host.Database.Execute($"UPDATE ledger_hold SET open = open + 5000000 WHERE id = '{first["authorization_id"]}'");
        await host.Database.Execute($"UPDATE ledger_hold SET open = open - 5000000 WHERE id = '{second["authorization_id"]}'");

        Assert.Equal((1, false), await Verified(host));
    }

    [DatabaseTheory]
    public async Task A_journal_that_takes_from_no_hold_in_particular_is_not_posted(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await using var scope = host.JobScope();
        var ledger = scope.ServiceProvider.GetRequiredService<ILedger>();
        var owner = AccountId.From("acc_019e3f1188208f3a91b7c4d2");
        var journal = new Journal("capture", "tx_019e3f1188208f3a91b7c4d2", Mode.Live)
            .Debit(Chart.CardHeld("card_019e3f1188208f3a91b7c4d2", owner, Mode.Live), Usd.FromDollars(1))
            .Credit(Chart.Settlement(Mode.Live), Usd.FromDollars(1));

        await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.Post(journal));
    }

    private static async Task<(int Code, bool IsRight)> Verified(TestHost host)
    {
        var output = new StringWriter();
        var code = await Verify.Run(host.Database.Arguments, output);
        return (code, !output.ToString().Contains("shows another open amount than its journals leave", StringComparison.Ordinal));
    }
}
