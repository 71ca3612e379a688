using System.Net;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Callers;

/// <summary>Reads by credentials with a mode pin or a card set. No operation makes one yet, so the tests register them.</summary>
public sealed class NarrowCallerTests
{
    [DatabaseTheory]
    public async Task Rows_of_the_other_book_do_not_exist_for_a_pinned_credential(Engine engine)
    {
        var credentials = new PlayedCredentials();
        await using var host = await Start(engine, credentials);
        using var account = await host.SignUp();
        var sandbox = await Story.Tell(account, 50);
        var live = await Story.Tell(account, 300);
        Assert.Equal(("sandbox", "live"), (sandbox.Mode, live.Mode));
        using var pinned = credentials.Api(account, PlayedCredentials.Of(account) with { Mode = Mode.Sandbox });
        using var unpinned = credentials.Api(account, PlayedCredentials.Of(account));

        await Sees(unpinned, [.. live.Reads, .. sandbox.Reads]);
        await Sees(pinned, sandbox.Reads);
        await SeesNot(pinned, live.Reads);
        await Refuses(pinned, live.Writes);
        foreach (var list in Story.Lists)
        {
            Assert.Equal(["live", "sandbox"], await Modes(unpinned, list));
            Assert.Equal(["sandbox"], await Modes(pinned, list));
            Assert.Empty(await Modes(pinned, $"{list}?mode=live"));
        }

        Assert.DoesNotContain("live", await Modes(pinned, "/v1/activity"));
        Assert.Contains("live", await Modes(unpinned, "/v1/activity"));
    }

    [DatabaseTheory]
    public async Task A_pinned_credential_works_on_its_own_book(Engine engine)
    {
        var credentials = new PlayedCredentials();
        await using var host = await Start(engine, credentials);
        using var account = await host.SignUp();
        await account.Deposit(50);
        await account.Deposit(300);
        using var pinned = credentials.Api(account, PlayedCredentials.Of(account) with { Mode = Mode.Sandbox });
        using var unpinned = credentials.Api(account, PlayedCredentials.Of(account));

        Assert.Equal("live", (await TestAccount.Ok(unpinned.Get("/v1/balance")))["mode"]);
        Assert.Equal("sandbox", (await TestAccount.Ok(pinned.Get("/v1/balance")))["mode"]);
        Assert.Equal("sandbox", (await TestAccount.Ok(pinned.Get("/v1/accounts/me")))["mode"]);
        Assert.Equal("sandbox", (await TestAccount.Created(pinned.Post("/v1/cards", new { type = "virtual", bin = "489517" })))["mode"]);
        var asked = await pinned.Post("/v1/cards", new { type = "virtual", bin = "489517", mode = "live" });
        Assert.Equal((HttpStatusCode.Forbidden, "mode_not_allowed"), (asked.Status, asked.Code));
        Assert.Equal("mode_not_allowed", (await pinned.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" })).Code);
        Assert.Equal("mode_not_allowed", (await pinned.Post("/v1/simulate/chains/tron/blocks", new { mode = "live" })).Code);
        var quoted = new { amount_usd = 20, chain = "tron", address = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX", mode = "live" };
        Assert.Equal("mode_not_allowed", (await pinned.Post("/v1/withdrawals/quote", quoted)).Code);
        Assert.Equal("50.00", (await TestAccount.Ok(pinned.Get("/v1/ledger/proof"))).Money("total_usd"));
        Assert.Equal("0.00", (await TestAccount.Ok(pinned.Get("/v1/ledger/proof?mode=live"))).Money("total_usd"));
        Assert.Equal("300.00", (await TestAccount.Ok(unpinned.Get("/v1/ledger/proof?mode=live"))).Money("total_usd"));
        Assert.Equal(["sandbox"], await Modes(pinned, "/v1/ledger/entries"));
        Assert.Empty(await Modes(pinned, "/v1/statements?mode=live"));
    }

    [DatabaseTheory]
    public async Task Other_cards_do_not_exist_for_a_card_bound_credential(Engine engine)
    {
        var credentials = new PlayedCredentials();
        await using var host = await Start(engine, credentials);
        using var account = await host.SignUp();
        var own = await Story.Tell(account, 50);
        var other = await Story.Tell(account, 60);
        using var bound = credentials.Api(account, PlayedCredentials.Of(account) with { Cards = new HashSet<string> { own.Card } });

        await Sees(bound, own.CardReads);
        await SeesNot(bound, [.. other.Reads, .. own.Reads.Except(own.CardReads)]);
        await Refuses(bound, other.Writes);
        foreach (var list in Story.CardLists)
        {
            Assert.Equal([own.Card], (await Data(bound, list)).Select(row => list == "/v1/cards" ? row["id"] : row["card_id"]).Distinct());
        }

        foreach (var list in Story.Lists.Except(Story.CardLists).Concat(["/v1/audit", "/v1/simulate/faults", "/v1/request_logs", "/v1/ledger/entries"]))
        {
            Assert.Empty(await Data(bound, list));
        }

        Assert.Equal([own.Card], (await Data(bound, "/v1/activity")).Select(row => row["card_id"]).Distinct());
    }

    // The jobs give the simulated chains the capital that withdrawals are paid from.
    private static async Task<TestHost> Start(Engine engine, PlayedCredentials credentials)
    {
        var host = await TestHost.Start(engine, services => services.AddSingleton<ICredentialChecker>(credentials));
        await host.RunJobs();
        return host;
    }

    private static async Task Sees(ApiClient api, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            await TestAccount.Ok(api.Get(path));
        }
    }

    private static async Task SeesNot(ApiClient api, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            IsUnknown(path, await api.Get(path));
        }
    }

    private static async Task Refuses(ApiClient api, IEnumerable<(string Path, object Body)> calls)
    {
        foreach (var (path, body) in calls)
        {
            IsUnknown(path, await api.Post(path, body));
        }
    }

    private static void IsUnknown(string path, Answer answer) =>
        Assert.True((answer.Status, answer.Code) == (HttpStatusCode.NotFound, "resource_not_found"), $"{path}: {answer}");

    private static async Task<IEnumerable<string>> Modes(ApiClient api, string list) =>
        (await Data(api, list)).Select(row => row.TryGetValue("mode", out var mode) ? mode : "").Where(mode => mode.Length > 0).Distinct().Order();

    private static async Task<List<Dictionary<string, string>>> Data(ApiClient api, string list) =>
    [
        .. (await TestAccount.Ok(api.Get(list))).Json.GetProperty("data").EnumerateArray()
            .Select(row => row.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString())),
    ];
}
