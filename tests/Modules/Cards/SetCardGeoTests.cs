using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

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
}
