using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Transfers;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Tests.Treasury;

// An invalid setting stops the start with a message that names the valid values.
public sealed class TreasurySettingsTests
{
    [Theory]
    [InlineData("Treasury:NetworkFeeUsd:tron", "-0.01")]
    [InlineData("Treasury:NetworkFeeUsd:tron", "1.001")]
    [InlineData("Treasury:NetworkFeeUsd:bsc", "1000.01")]
    [InlineData("Treasury:NetworkFeeUsd:ethereum", "six")]
    [InlineData("Treasury:Confirmations:tron", "0")]
    [InlineData("Treasury:WithdrawalDelaySeconds", "-1")]
    [InlineData("Treasury:WithdrawalDelaySeconds", "1.5")]
    [InlineData("Treasury:PayoutLeaseSeconds", "0")]
    [InlineData("Treasury:PayoutLeaseSeconds", "86401")]
    public void An_invalid_setting_is_refused(string key, string value)
    {
        var settings = Settings(key, value);
        var refused = Assert.Throws<RemedyException>(() => (new ChainCatalog(settings), new PayoutSettings(settings)));
        Assert.StartsWith($"{key} is '{value}'; it is ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tron_is_the_cheapest_chain_and_every_fee_covers_its_gas()
    {
        var chains = new ChainCatalog(Settings("other", "1")).All;
        Assert.Equal("tron", chains.MinBy(chain => chain.NetworkFeeUsd)!.Key);
        Assert.All(chains, chain => Assert.True(chain.NetworkFeeUsd > chain.TransferGas));
    }

    [Fact]
    public void A_fee_can_be_set_for_one_chain()
    {
        var chains = new ChainCatalog(Settings("Treasury:NetworkFeeUsd:bsc", "0.25"));
        Assert.Equal(("0.25", "1.00"), (chains.Get("bsc").NetworkFeeUsd.ToString(), chains.Get("tron").NetworkFeeUsd.ToString()));
    }

    private static IConfiguration Settings(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build();
}
