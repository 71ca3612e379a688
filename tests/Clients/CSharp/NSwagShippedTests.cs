using Cryptocardium.Client;
using Xunit;

namespace Cryptocardium.Tests.Clients.CSharp;

/// <summary>NSwag with the configuration in openapi/clients.</summary>
[Collection(RunningServer.Name)]
public sealed class NSwagShippedTests(RunningServer server)
{
    [Fact]
    public void There_is_a_client_per_tag()
    {
        var used = ContractCheck.Document.Document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(member => member.Value.TryGetProperty("tags", out _))
            .Select(operation => operation.Value.GetProperty("tags")[0].GetString())
            .ToHashSet();
        var clients = typeof(CardsClient).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CardsClient).Namespace && type.Name.EndsWith(nameof(Client), StringComparison.Ordinal))
            .Select(type => type.Name[..^nameof(Client).Length]);
        Assert.Equal(used.Order(), clients.Order());
        Assert.NotNull(typeof(CardsClient).GetMethod("IssueCardAsync"));
    }

    [Fact]
    public void Every_body_of_a_patch_can_clear_its_members()
    {
        var bodies = (
            from type in typeof(CardsClient).Assembly.GetTypes()
            where type.Namespace == typeof(CardsClient).Namespace && type.Name.EndsWith(nameof(Client), StringComparison.Ordinal)
            from method in type.GetMethods()
            where ContractCheck.Document.Operations.Any(operation => operation.Method == "PATCH"
                && method.Name.Equals(operation.Id + "Async", StringComparison.OrdinalIgnoreCase))
            select method.GetParameters().Single(parameter => parameter.Name == "body").ParameterType).ToList();
        Assert.NotEmpty(bodies);
        Assert.All(bodies, body => Assert.True(body.IsAssignableTo(typeof(IMergePatch)), $"{body.Name} is missing in openapi/clients/IMergePatch.cs"));
    }

    [Fact]
    public async Task A_life_cycle_runs() => await server.Play(async address =>
    {
        var email = Customer.NewEmail;
        using var http = Customer.Connect(address);
        var opened = await new AccountsClient(http).CreateAccountAsync(new() { Email = email, Password = Customer.Password });
        var issued = await ShippedQuickstart.Run(http, opened.Session!.Token!);
        Assert.Equal(email, (await new AccountsClient(http).GetAccountAsync()).Email);

        var cards = new CardsClient(http);
        Assert.Equal(Customer.LaterBrand, (await cards.GetCardAsync(issued.Id)).Brand);
        await ListCards(cards, issued.Id);
        var captured = await Spend(new SimulationClient(http), issued.Id);
        await Dispute(new DisputesClient(http), captured);
        Assert.NotEmpty((await new LedgerClient(http).GetStatementAsync(Customer.ThisMonth)).Entries.Data);
        await Customer.ReadCsv(http);
        await ChangeLimits(cards, issued.Id);

        var refused = await Assert.ThrowsAsync<ApiException<ApiError>>(() => cards.LoadCardAsync(issued.Id, new() { Amount_usd = 100_000 }));
        Assert.Equal(("insufficient_treasury_balance", 102_000m), (refused.Result.Code, refused.Result.Required_usd));
        Assert.Matches("^[0-9]{16}$", (await cards.RevealPanAsync(issued.Id)).Pan_compact);
        Assert.Equal("cancelled", (await cards.CancelCardAsync(issued.Id)).Status);
        await new SessionsClient(http).SignOutAsync();
    });

    private static async Task ListCards(CardsClient cards, string issued)
    {
        var tryOut = await cards.IssueCardAsync(new() { Type = "virtual", Bin = "489517", Mode = ModeInput.Sandbox });
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await cards.ListCardsAsync(limit: 1, cursor: cursor, created_after: DateTimeOffset.Now.AddDays(-1));
            ids.AddRange(page.Data.Select(card => card.Id));
            cursor = page.Next_cursor;
        }
        while (cursor is not null);
        Assert.Equal([tryOut.Id, issued], ids);
    }

    private static async Task<string> Spend(SimulationClient api, string card)
    {
        var merchant = new MerchantInput { Name = "OpenAI", Mcc = "7372", Country = "US" };
        var authorized = await api.SimulateAuthorizationAsync(new() { Card_id = card, Amount_usd = 42.95m, Merchant = merchant });
        var captured = await api.SimulateCaptureAsync(authorized.Authorization_id!);
        Assert.Equal(42.95m, captured.Amount_usd);
        return captured.Id;
    }

    private static async Task Dispute(DisputesClient api, string transaction)
    {
        var dispute = await api.FileDisputeAsync(new() { Transaction_id = transaction, Reason = "duplicate", Description = "Charged twice." });
        await using var receipt = Customer.Receipt;
        var evidence = await api.AddDisputeEvidenceAsync(dispute.Id, file: new FileParameter(receipt, "receipt.txt", "text/plain"));
        Assert.Equal(receipt.ToArray().Length, evidence.Size_bytes);
    }

    private static async Task ChangeLimits(CardsClient cards, string card)
    {
        await cards.SetCardLimitsAsync(card, new() { Daily_usd = 500, Weekly_usd = 900 });
        await cards.SetCardLimitsAsync(card, new() { Cleared = { "daily_usd" } });
        var limits = (await cards.GetCardAsync(card)).Limits!;
        Assert.Equal((null, 900), (limits.Daily_usd, limits.Weekly_usd));
    }
}
