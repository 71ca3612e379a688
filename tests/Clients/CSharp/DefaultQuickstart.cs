using NSwagDefault;

namespace Cryptocardium.Tests.Clients.CSharp;

internal static class DefaultQuickstart
{
    public static async Task<IssuedCard> Run(NSwagDefault.Client api)
    {
        var topup = await api.CreateTopupAsync(null, new() { Amount_usd = 500, Asset = "USDT", Chain = "tron" });
        await api.SimulateDepositAsync(topup.Id, null, null);
        return await api.IssueCardAsync(null, new() { Type = "virtual", Bin = "489517", Load_usd = 300, Mode = ModeInput.Live });
    }
}
