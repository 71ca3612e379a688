using Cryptocardium.Cards.Issuing;
using Cryptocardium.V1;

namespace Cryptocardium.Tests.Cards;

public sealed class IssueCardChecksTests
{
    private static readonly ShippingInput Home = new()
    {
        Name = "Ada Lovelace",
        Address = new() { Line1 = "12 St James Square", City = "London", PostalCode = "SW1Y 4LB", Country = "GB" },
    };

    // Each row breaks the expected rule and all rules after it, to fix the order of the checks.
    [Theory]
    [InlineData("000000", "physical", "apple_pay", false, "", "bin_not_found", "bin")]
    [InlineData("472305", "physical", "apple_pay", false, "", "bin_type_mismatch", "bin")]
    [InlineData("448585", "virtual", "apple_pay", true, "", "bin_type_mismatch", "bin")]
    [InlineData("448585", "physical", "apple_pay", false, "", "unsupported_wallet", "wallet_provision")]
    [InlineData("472305", "virtual", "google_pay", true, "", "unsupported_wallet", "wallet_provision")]
    [InlineData("448585", "physical", null, false, "", "shipping_required", "shipping")]
    [InlineData("489517", "virtual", "apple_pay", true, "", "shipping_not_allowed", "shipping")]
    [InlineData("489517", "virtual", "apple_pay", false, "", "invalid_metadata_key", "metadata")]
    [InlineData("489517", "virtual", null, false, "a\u0001b", "invalid_metadata_key", "metadata")]
    [InlineData("489517", "virtual", null, false, "a234567890123456789012345678901234567890x", "invalid_metadata_key", "metadata")]
    [InlineData("489517", "virtual", "google_pay", false, "a234567890123456789012345678901234567890", null, null)]
    [InlineData("448585", "physical", null, true, "project", null, null)]
    public void The_first_rule_that_is_broken_answers(
        string bin, string type, string? wallet, bool shipped, string metadataKey, string? code, string? param)
    {
        var failure = IssueCardChecks.FirstFailure(new IssueCardRequest
        {
            Bin = bin,
            Type = type,
            WalletProvision = wallet is null ? null : [wallet],
            Shipping = shipped ? Home : null,
            Metadata = new Dictionary<string, string> { [metadataKey] = "value" },
        });
        Assert.Equal(code, failure?.Kind.Code);
        Assert.Equal(param, failure?.Param);
    }
}
