using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class GetCardShipmentTests
{
    [DatabaseTheory]
    public async Task The_carrier_ships_within_two_days_and_delivers_between_the_fifth_and_the_ninth(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var cards = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            cards.Add(await account.IssuePhysical());
        }

        var arrived = new Dictionary<string, int>();
        for (var day = 0; day <= 9; day++)
        {
            await host.RunJobs();
            using var today = await account.SignInAgain();
            foreach (var card in cards)
            {
                var status = (await today.Api.Get($"/v1/cards/{card}/shipment"))["status"];
                Assert.Equal(arrived.ContainsKey(card) || status == "delivered" ? "delivered" : day == 0 ? "pending" : "shipped", status);
                if (status == "delivered")
                {
                    arrived.TryAdd(card, day);
                }
            }

            host.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(cards.Count, arrived.Count);
        Assert.All(arrived.Values, day => Assert.InRange(day, 5, 9));
        Assert.True(arrived.Values.Distinct().Count() > 1, "Every card arrived on the same day.");
    }

    [DatabaseTheory]
    public async Task A_card_that_was_cancelled_is_not_sent(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssuePhysical();
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.RunJobs();
        using var tomorrow = await account.SignInAgain();
        Assert.Equal("cancelled", (await tomorrow.Api.Get($"/v1/cards/{card}/shipment"))["status"]);
    }
}
