using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Tests.Cards;

public sealed class MccGroupsTests
{
    [Theory]
    [InlineData("5411", "5411", "5411")]
    [InlineData("5411", "5412", null)]
    [InlineData("", "5411", null)]
    [InlineData("5411 group:gambling", "7995", "group:gambling")]
    [InlineData("group:airlines", "3000", "group:airlines")]
    [InlineData("group:airlines", "3350", "group:airlines")]
    [InlineData("group:airlines", "3351", null)]
    [InlineData("group:car_rental", "3351", "group:car_rental")]
    [InlineData("group:car_rental", "3501", null)]
    [InlineData("group:lodging", "3501", "group:lodging")]
    [InlineData("group:lodging", "7011", "group:lodging")]
    [InlineData("group:crypto", "6051", "group:crypto")]
    [InlineData("group:cash", "6011", "group:cash")]
    [InlineData("group:airlines group:lodging", "7011", "group:lodging")]
    public void A_rule_is_about_its_code_or_the_codes_of_its_group(string rules, string mcc, string? expected) =>
        Assert.Equal(expected, MccGroups.Match(rules, mcc));

    [Theory]
    [InlineData("5411", true)]
    [InlineData("group:gambling", true)]
    [InlineData("group:gambling_", false)]
    [InlineData("group:", false)]
    public void A_group_has_to_be_there(string rule, bool isKnown) => Assert.Equal(isKnown, MccGroups.IsKnown(rule));

    [Fact]
    public void The_contract_names_every_group()
    {
        var schema = ContractCheck.Document.Document.GetProperty("components").GetProperty("schemas").GetProperty("MccRuleInput");
        var named = schema.GetProperty("description").GetString()!.Split("mcc_group_not_found):")[1].TrimEnd('.');
        Assert.Equal(MccGroups.Names, named.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GB", true)]
    [InlineData("XK", true)]
    [InlineData("UK", false)]
    [InlineData("ZZ", false)]
    public void Countries_are_those_of_the_standard(string code, bool isKnown) => Assert.Equal(isKnown, Countries.IsKnown(code));
}
