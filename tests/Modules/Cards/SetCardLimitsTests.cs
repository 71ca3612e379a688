using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SetCardLimitsTests
{
    public static IEnumerable<object[]> Patches =>
    [
        ["{}", CardRules.None],
        ["""{"daily_usd":50}""", """{"daily_usd":50.00} + - + -"""],
        [
            """{"daily_usd":50,"lifetime_count":3} {"daily_usd":null,"weekly_count":4,"yearly_count":5} {"monthly_usd":0.01}""",
            """{"monthly_usd":0.01,"weekly_count":4,"yearly_count":5,"lifetime_count":3} + - + -""",
        ],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Patches))]
    public Task Patches_are_merged(Engine engine, string patches, string expected) => CardRules.Merge(engine, "limits", patches, expected);

    public static IEnumerable<object[]> Refused =>
    [
        ["""{"daily_usd":0}""", 422, "amount_too_small", "daily_usd"],
        ["""{"daily_usd":1.001}""", 422, "amount_precision", "daily_usd"],
        ["""{"daily_count":0}""", 400, "out_of_range", "daily_count"],
        ["""{"hourly_count":1}""", 400, "unknown_field", "hourly_count"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Refused))]
    public Task A_patch_that_breaks_a_rule_is_refused(Engine engine, string patch, int status, string code, string param) =>
        CardRules.Refuse(engine, "limits", patch, status, code, param);

    [DatabaseTheory]
    public async Task A_change_is_dated_and_nothing_is_not(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        var issuedAt = (await account.Api.Get($"/v1/cards/{card}"))["updated_at"];
        host.Clock.Advance(TimeSpan.FromHours(1));
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}/limits", """{"daily_usd":null}"""));
        Assert.Equal(issuedAt, (await account.Api.Get($"/v1/cards/{card}"))["updated_at"]);
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}/limits", """{"daily_usd":5}"""));
        Assert.NotEqual(issuedAt, (await account.Api.Get($"/v1/cards/{card}"))["updated_at"]);
    }
}
