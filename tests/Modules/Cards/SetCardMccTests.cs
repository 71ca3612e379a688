using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

[Covers("get_card_mcc")]
public sealed class SetCardMccTests
{
    public static IEnumerable<object[]> Patches =>
    [
        ["""{"deny":["group:gambling","6051"]} {"allow":["5411"]}""", "{} +5411 -6051,group:gambling + -"],
        ["""{"deny":["6051"]} {"deny":[]}""", CardRules.None],
        ["""{"deny":["6051"],"allow":["5411"]} {"deny":null,"allow":null}""", CardRules.None],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Patches))]
    public Task Patches_are_merged(Engine engine, string patches, string expected) => CardRules.Merge(engine, "mcc", patches, expected);

    public static IEnumerable<object[]> Refused =>
    [
        ["""{"allow":["541"]}""", 400, "value_too_short", "allow[0]"],
        ["""{"allow":["54111"]}""", 400, "invalid_format", "allow[0]"],
        ["""{"deny":["5411","group:games"]}""", 422, "mcc_group_not_found", "deny"],
        ["""{"deny":["5411","5411"]}""", 400, "invalid_value", "deny"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Refused))]
    public Task A_patch_that_breaks_a_rule_is_refused(Engine engine, string patch, int status, string code, string param) =>
        CardRules.Refuse(engine, "mcc", patch, status, code, param);

    [DatabaseTheory]
    public async Task A_change_answers_as_the_rules_read_afterwards(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var card = await account.IssueCard();
        var changed = await TestAccount.Ok(account.Patch($"/v1/cards/{card}/mcc", """{"deny":["group:gambling","6051"],"allow":["5411"]}"""));
        Assert.Equal($$"""{"object":"card_mcc","card_id":"{{card}}","allow":["5411"],"deny":["6051","group:gambling"]}""", changed.Json.GetRawText());
        Assert.Equal(changed.Json.GetRawText(), (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/mcc"))).Json.GetRawText());
        Assert.Equal("resource_not_found", (await other.Api.Get($"/v1/cards/{card}/mcc")).Code);
    }
}
