using Cryptocardium.Client;

namespace Cryptocardium.Tests.Clients.CSharp;

internal static class ShippedQuickstart
{
    public static async Task<IssuedCard> Run(HttpClient http, string token)
    {
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var topup = await new TopupsClient(http).CreateTopupAsync(new() { Amount_usd = 500, Asset = "USDT", Chain = "tron" });
        await new SimulationClient(http).SimulateDepositAsync(topup.Id);
        return await new CardsClient(http).IssueCardAsync(new() { Type = "virtual", Bin = "489517", Load_usd = 300 });
    }
}
