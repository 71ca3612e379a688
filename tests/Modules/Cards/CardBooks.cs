using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Balances after a sequence of steps. Every row starts with 1000.00 deposited and 100.00 loaded on a card, which leaves 898.00 in the
// treasury because the load costs 2.00. The columns are the steps, the treasury, and the balance and hold of the card.
internal static class CardAccounts
{
    public static async Task Check(Engine engine, string steps, string treasury, string card)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var id = await account.IssueCard(load: 100);
        var merchant = new CardSteps(account, id);
        foreach (var step in steps.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            await merchant.Take(step.Split(' '));
        }

        Assert.Equal(treasury, await account.Treasury());
        Assert.Equal(card, await account.CardMoney(id));
        await BooksAudit.Check(host.Database);
    }
}
