namespace Cryptocardium.Tests.Cards;

internal static class WalletCalls
{
    /// <summary>Adds the card to a wallet and returns the token's id.</summary>
    public static async Task<string> Provision(TestAccount account, string card, string wallet) =>
        (await TestAccount.Created(account.Api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet })))["id"];
}
