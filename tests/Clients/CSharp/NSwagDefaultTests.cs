using System.Reflection;
using NSwagDefault;
using Xunit;

namespace Cryptocardium.Tests.Clients.CSharp;

/// <summary>
/// NSwag with its default settings. This client always sends optional numbers, booleans and enums, so its bodies set them.
/// </summary>
[Collection(RunningServer.Name)]
public sealed class NSwagDefaultTests(RunningServer server)
{
    [Fact]
    public void There_is_one_client_with_a_method_per_operation()
    {
        var clients = typeof(NSwagDefault.Client).Assembly.GetTypes()
            .Where(type => type.Namespace == nameof(NSwagDefault) && type.Name.EndsWith(nameof(NSwagDefault.Client), StringComparison.Ordinal));
        Assert.Equal(typeof(NSwagDefault.Client), Assert.Single(clients));

        var methods = typeof(NSwagDefault.Client).GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(method => method.Name).ToHashSet();
        Assert.Contains("IssueCardAsync", methods);
        Assert.All(ContractCheck.Document.Operations, operation => Assert.Contains(
            char.ToUpperInvariant(operation.Id[0]) + operation.Id[1..] + "Async", methods));
    }

    [Fact]
    public async Task A_life_cycle_runs() => await server.Play(async address =>
    {
        var email = Customer.NewEmail;
        using var anonymous = Customer.Connect(address);
        var opened = await Api(anonymous).CreateAccountAsync(null, new() { Email = email, Password = Customer.Password });
        using var http = Customer.Connect(address, opened.Session.Token);
        var api = Api(http);
        Assert.Equal(email, (await api.GetAccountAsync()).Email);

        var issued = await DefaultQuickstart.Run(api);
        Assert.Equal(Customer.LaterBrand, (await api.GetCardAsync(issued.Id)).Brand);
        await ListTopups(api);
        var captured = await Spend(api, issued.Id);
        await Dispute(api, captured);
        Assert.NotEmpty((await api.GetStatementAsync(Customer.ThisMonth, null, null, null)).Entries.Data);
        await Customer.ReadCsv(http);
        await ChangeLimits(api, issued.Id);

        var refused = await Assert.ThrowsAsync<ApiException<ApiError>>(() => api.LoadCardAsync(issued.Id, null, new() { Amount_usd = 100_000 }));
        Assert.Equal(("insufficient_treasury_balance", 102_000m), (refused.Result.Code, refused.Result.Required_usd));
        Assert.Matches("^[0-9]{16}$", (await api.RevealPanAsync(issued.Id)).Pan_compact);
        Assert.Equal("cancelled", (await api.CancelCardAsync(issued.Id, null, null)).Status);
        await api.SignOutAsync(null);
    });

    private static NSwagDefault.Client Api(HttpClient http) => new(http) { BaseUrl = http.BaseAddress!.ToString() };

    private static async Task ListTopups(NSwagDefault.Client api)
    {
        await api.CreateTopupAsync(null, new() { Amount_usd = 50, Asset = "USDT", Chain = "tron" });
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await api.ListTopupsAsync(1, cursor, null, DateTimeOffset.UtcNow.AddDays(-1), null, null, null, null, null);
            ids.AddRange(page.Data.Select(topup => topup.Id));
            cursor = page.Next_cursor;
        }
        while (cursor is not null);
        Assert.Equal(2, ids.Distinct().Count());
    }

    private static async Task<string> Spend(NSwagDefault.Client api, string card)
    {
        var merchant = new MerchantInput { Name = "OpenAI", Mcc = "7372", Country = "US" };
        var authorized = await api.SimulateAuthorizationAsync(null, new() { Card_id = card, Amount_usd = 42.95m, Merchant = merchant });
        var captured = await api.SimulateCaptureAsync(authorized.Authorization_id, null, null);
        Assert.Equal(42.95m, captured.Amount_usd);
        return captured.Id;
    }

    private static async Task Dispute(NSwagDefault.Client api, string transaction)
    {
        var claim = new FileDisputeRequest { Transaction_id = transaction, Reason = "duplicate", Description = "Charged twice.", Amount_usd = 42.95m };
        var dispute = await api.FileDisputeAsync(null, claim);
        await using var receipt = Customer.Receipt;
        var evidence = await api.AddDisputeEvidenceAsync(dispute.Id, null, new FileParameter(receipt, "receipt.txt", "text/plain"));
        Assert.Equal(receipt.ToArray().Length, evidence.Size_bytes);
    }

    private static async Task ChangeLimits(NSwagDefault.Client api, string card)
    {
        await api.SetCardLimitsAsync(card, null, new() { Daily_usd = 500 });
        Assert.Equal(500, (await api.GetCardAsync(card)).Limits.Daily_usd);
        await api.SetCardLimitsAsync(card, null, new() { Weekly_usd = 900 });
        var limits = (await api.GetCardAsync(card)).Limits;
        Assert.Equal((0, 900), (limits.Daily_usd, limits.Weekly_usd));
    }
}
