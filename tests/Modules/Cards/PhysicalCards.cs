namespace Cryptocardium.Tests.Cards;

/// <summary>Issues physical cards.</summary>
internal static class PhysicalCards
{
    public static readonly object Home = new
    {
        name = "Ada Lovelace",
        address = new { line1 = "12 St James Square", city = "London", postal_code = "SW1Y 4LB", country = "GB" },
    };

    public static async Task<string> IssuePhysical(this TestAccount account, decimal? load = null) => (await TestAccount.Created(
        account.Api.Post(
            "/v1/cards",
            load is null
                ? new { type = "physical", bin = "448585", shipping = Home }
                : new { type = "physical", bin = "448585", shipping = Home, load_usd = load })))["id"];
}
