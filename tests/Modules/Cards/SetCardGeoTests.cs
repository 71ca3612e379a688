using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

[Covers("get_card_geo")]
public sealed class SetCardGeoTests
{
    public static IEnumerable<object[]> Patches =>
    [
        ["""{"allow":["US","GB"],"deny":["KP"]}""", "{} + - +GB,US -KP"],
        ["""{"allow":["US","GB"],"deny":["KP"]} {"allow":null}""", "{} + - + -KP"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Patches))]
    public Task Patches_are_merged(Engine engine, string patches, string expected) => CardRules.Merge(engine, "geo", patches, expected);

    public static IEnumerable<object[]> Refused =>
    [
        ["""{"deny":["uk"]}""", 400, "invalid_format", "deny[0]"],
        ["""{"allow":["UK"]}""", 422, "country_not_found", "allow"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Refused))]
    public Task A_patch_that_breaks_a_rule_is_refused(Engine engine, string patch, int status, string code, string param) =>
        CardRules.Refuse(engine, "geo", patch, status, code, param);

    [DatabaseTheory]
    public async Task A_change_answers_as_the_rules_read_afterwards(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var card = await account.IssueCard();
        var changed = await TestAccount.Ok(account.Patch($"/v1/cards/{card}/geo", """{"deny":["KP"],"allow":["US","GB"]}"""));
        Assert.Equal($$"""{"object":"card_geo","card_id":"{{card}}","allow":["GB","US"],"deny":["KP"]}""", changed.Json.GetRawText());
        Assert.Equal(changed.Json.GetRawText(), (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/geo"))).Json.GetRawText());
        Assert.Equal("resource_not_found", (await other.Api.Get($"/v1/cards/{card}/geo")).Code);
    }
}
