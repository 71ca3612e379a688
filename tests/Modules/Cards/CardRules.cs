using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

/// <summary>Changes the rules of a card and reads them back. Tests of purchases cover the effect of the rules.</summary>
internal static class CardRules
{
    public const string None = "{} + - + -";

    public static async Task Merge(Engine engine, string part, string patches, string expected)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        foreach (var patch in patches.Split(' '))
        {
            await TestAccount.Ok(account.Patch($"/v1/cards/{card}/{part}", patch));
        }

        Assert.Equal(expected, Of(await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"))));
    }

    public static async Task Refuse(Engine engine, string part, string patch, int status, string code, string param)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var refused = await account.Patch($"/v1/cards/{card}/{part}", patch);
        Assert.Equal((status, code, param), ((int)refused.Status, refused.Code, refused["param"]));
    }

    /// <summary>The limits, the allowed and denied categories, and the allowed and denied countries of a card.</summary>
    public static string Of(Answer answer) => Of(answer.Json);

    /// <inheritdoc cref="Of(Answer)"/>
    public static string Of(JsonElement card) =>
        $"{card.GetProperty("limits").GetRawText()} {Lists(card.GetProperty("mcc"))} {Lists(card.GetProperty("geo"))}";

    private static string Lists(JsonElement rules) => $"+{Words(rules.GetProperty("allow"))} -{Words(rules.GetProperty("deny"))}";

    private static string Words(JsonElement list) => string.Join(',', list.EnumerateArray().Select(word => word.GetString()));
}
