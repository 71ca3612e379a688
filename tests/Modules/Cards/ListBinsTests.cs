using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ListBinsTests
{
    [Fact]
    public async Task Products_are_listed_without_a_credential_page_by_page()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        string[] expected =
        [
            "416842 visa virtual - 250.00",
            "448585 visa physical - 250.00",
            "472305 visa virtual - -",
            "489517 visa virtual apple_pay,google_pay -",
            "557213 mastercard virtual - -",
        ];

        var all = await TestAccount.Ok(host.Anonymous.Get("/v1/bins"));
        var first = await TestAccount.Ok(host.Anonymous.Get("/v1/bins?limit=2"));
        var rest = await TestAccount.Ok(host.Anonymous.Get($"/v1/bins?cursor={first["next_cursor"]}"));

        Assert.Equal(expected, Products(all));
        Assert.Equal(expected, Products(first).Concat(Products(rest)));
        Assert.Equal(("448585", "true", "false"), (first["next_cursor"], first["has_more"], rest["has_more"]));
        Assert.Equal("invalid_cursor", (await host.Anonymous.Get("/v1/bins?cursor=000000")).Code);
    }

    private static List<string> Products(Answer page) => [.. page.Json.GetProperty("data").EnumerateArray().Select(Product)];

    private static string Product(JsonElement bin)
    {
        var wallets = string.Join(',', bin.GetProperty("wallets").EnumerateArray().Select(wallet => wallet.GetString()));
        var above = bin.TryGetProperty("three_ds_required_above_usd", out var amount) ? amount.GetRawText() : "-";
        return $"{Text("number")} {Text("brand")} {Text("type")} {(wallets.Length > 0 ? wallets : "-")} {above}";

        string? Text(string member) => bin.GetProperty(member).GetString();
    }
}
