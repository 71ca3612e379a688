using System.Text;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Number and code of a card leave the product only in the audited response of reveal_pan, and no other data has them in any form.
public sealed class CardSecretsTests
{
    private const int RevealsEach = 2;

    [DatabaseTheory]
    public async Task After_a_run_no_number_and_no_code_is_stored_and_each_reveal_is_audited(Engine engine)
    {
        await using var host = await TestHost.Start(engine, CapturedLogs.Everything);
        await using var stored = await StoredPlaces.Watch(host.Database);
        using var account = await host.SignUpWith(5_000);
        var cards = new List<(string Id, string Pan, string Cvv)>();
        var audited = new List<string>();
        for (var i = 0; i < CardSecrets.CardsMin; i++)
        {
            var id = await Issue(account, i);
            for (var reveal = 0; reveal < RevealsEach; reveal++)
            {
                var shown = await TestAccount.Ok(account.Api.Get($"/v1/cards/{id}/pan"));
                audited.Add(shown["audit_id"]);
                cards.Add((id, shown["pan_compact"], shown["cvv"]));
            }

            await Use(account, id);
        }

        await host.RunJobs();

        var secrets = new CardSecrets([.. cards.Distinct()]);
        var places = await stored.Read();
        places.Add("the log", Encoding.UTF8.GetBytes(host.Logs.Text));
        Assert.Contains("kernel_event.resource", places.Keys);
        Assert.Contains(places.Keys, place => place.StartsWith("heads", StringComparison.Ordinal));
        Assert.NotEmpty(places["kernel_reply, opened"]);
        Assert.NotEmpty(places["cards_dispute.description"]);
        Assert.Equal(CardSecrets.CardsMin, places.Keys.Count(place => place.StartsWith("evidence", StringComparison.Ordinal)));
        Assert.Empty(places.SelectMany(place => secrets.In(place.Value).Select(found => $"{place.Key}: {found}")));
        Assert.Equal(
            audited.Order(),
            (await DatabaseRows.Of(host.Database, "SELECT id FROM accounts_audit WHERE action = 'card.pan_revealed'", row => row.GetString(0))).Order());

        // The search finds codes that are planted in a log, in a column, and in the log of the database.
        var codes = Encoding.ASCII.GetBytes(string.Join('\n', cards.Select(card => $"it is {card.Cvv}")));
        string[] written = ["the log", "kernel_event.resource"];
        Assert.All(written, place => Assert.Contains("all the security codes", secrets.In([.. places[place], .. codes])));
        var rows = string.Join(", ", cards.Distinct().Select(card => $"('{card.Id}', '{card.Cvv}')"));
        await host.Database.Execute($"CREATE TABLE planted (card text, code text); INSERT INTO planted VALUES {rows}");
        places = await stored.Read();
        var log = Assert.Single(places, place => place.Key.EndsWith(engine == Engine.Sqlite ? "-wal" : "pg_wal", StringComparison.Ordinal)).Value;
        Assert.Contains("each security code beside its card", secrets.In(log));
    }

    [Fact]
    public void Every_form_of_a_number_is_found_where_it_is_planted()
    {
        const string Pan = "4895171203044218";
        var secrets = new CardSecrets([("card_1", Pan, "347")]);
        var noise = Encoding.ASCII.GetBytes("noise 4895171203044219 ");
        Assert.Empty(secrets.In(noise));
        Assert.All(CardSecrets.Forms(Pan), form => Assert.Contains(form.Form, secrets.In([.. noise, .. form.Bytes, .. noise])));
        for (var before = 0; before < 3; before++)
        {
            var base64 = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('x', before) + Pan + "tail"));
            Assert.Contains("a number in ASCII, in base64", secrets.In(Encoding.ASCII.GetBytes(base64)));
        }
    }

    [Fact]
    public void Codes_are_found_by_their_name_all_together_and_beside_their_cards_but_not_by_chance()
    {
        var cards = Enumerable.Range(0, CardSecrets.CardsMin).Select(i => ($"card_{i}", $"489517120304421{i}", $"{347 + i}")).ToList();
        var secrets = new CardSecrets(cards);
        Assert.Equal(["a security code by its name"], secrets.In("""{"cvv":"347"}"""u8.ToArray()));
        Assert.Equal(["a security code by its name"], secrets.In("CVV2 is 350"u8.ToArray()));
        Assert.Empty(secrets.In("347 times in 348 ms"u8.ToArray()));
        Assert.Equal(["all the security codes"], secrets.In(Encoding.ASCII.GetBytes(string.Join('\n', cards.Select(card => card.Item3)))));

        // Like the log of a database, this text has every group of three digits somewhere.
        var everything = string.Join('\n', Enumerable.Range(0, 1_000).Select(code => $"{code:000}"));
        Assert.Empty(secrets.In(Encoding.ASCII.GetBytes(everything)));
        var rows = string.Concat(cards.Select(card => $"{new string(' ', 1_000)}{card.Item1} issued {card.Item3}"));
        Assert.Equal(["each security code beside its card"], secrets.In(Encoding.ASCII.GetBytes(everything + rows)));
    }

    private static async Task<string> Issue(TestAccount account, int i)
    {
        var issued = await TestAccount.Created(account.Api.Post(
            "/v1/cards", new { type = "virtual", bin = i % 2 == 0 ? "489517" : "557213", load_usd = 100 }, $"issue-{i}"));
        return issued["id"];
    }

    // Buys, captures, disputes, declines and freezes, to write rows, events and responses about the card.
    private static async Task Use(TestAccount account, string card)
    {
        var captured = await account.Capture((await account.Authorize(card, 42.95m, $"buy-{card}"))["authorization_id"]);
        var dispute = await TestAccount.Created(account.Api.Post(
            "/v1/disputes", new { transaction_id = captured["id"], reason = "fraud", description = "It was not me." }, $"dispute-{card}"));
        await TestAccount.Created(account.Api.Send(Samples.Upload(
            $"/v1/disputes/{dispute["id"]}/evidence", new ByteArrayContent(Samples.Png), "photo.png", $"evidence-{card}")));
        await TestAccount.Created(account.Api.Post(
            "/v1/simulate/refunds", new { transaction_id = captured["id"], amount_usd = 10 }, $"refund-{card}"));
        foreach (var action in new[] { "submit", "represent", "escalate", "win" })
        {
            await TestAccount.Ok(account.Api.Post($"/v1/simulate/disputes/{dispute["id"]}/action", new { action }, $"{action}-{card}"));
        }

        Assert.Equal("declined", (await account.Authorize(card, 5_000m))["status"]);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze", key: $"freeze-{card}"));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze", key: $"unfreeze-{card}"));
    }
}
