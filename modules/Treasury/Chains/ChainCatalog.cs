using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Addresses;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Treasury.Chains;

// All chains, ordered by key. Treasury:Confirmations:<chain> sets the confirmations that make a transfer final,
// Treasury:NetworkFeeUsd:<chain> the fee of a withdrawal.
internal sealed class ChainCatalog(IConfiguration configuration)
{
    private const string Usdt = "USDT";
    private const string UsdtName = "Tether USD";

    // Blocks after the block of a transfer that make it final.
    private const int TronConfirmations = 19;
    private const int EthereumConfirmations = 12;
    private const int BscConfirmations = 15;

    // Charged for a withdrawal. The product documentation says that tron is the cheapest chain.
    private static readonly Usd TronFee = Usd.FromCents(100);
    private static readonly Usd EthereumFee = Usd.FromCents(600);
    private static readonly Usd BscFee = Usd.FromCents(150);

    // The cost of a token transfer, paid in the chain's own coin.
    private static readonly Usd TronGas = new(413_700);
    private static readonly Usd EthereumGas = new(2_951_300);
    private static readonly Usd BscGas = new(182_500);

    private static readonly Usd FeeMost = Usd.FromDollars(1_000);

    public IReadOnlyList<Chain> All { get; } =
    [
        new("bsc", "BNB Smart Chain", AddressFormat.Ethereum, Confirmations(configuration, "bsc", BscConfirmations),
            new Token(Usdt, UsdtName, "0x55d398326f99059fF775485246999027B3197955", 18),
            Fee(configuration, "bsc", BscFee), BscGas),
        new("ethereum", "Ethereum", AddressFormat.Ethereum, Confirmations(configuration, "ethereum", EthereumConfirmations),
            new Token(Usdt, UsdtName, "0xdAC17F958D2ee523a2206206994597C13D831ec7", 6),
            Fee(configuration, "ethereum", EthereumFee), EthereumGas),
        new("tron", "Tron", AddressFormat.Tron, Confirmations(configuration, "tron", TronConfirmations),
            new Token(Usdt, UsdtName, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", 6),
            Fee(configuration, "tron", TronFee), TronGas),
    ];

    /// <summary>The refusal of a chain that is not in the catalog.</summary>
    public Error Unsupported => new(Errors.UnsupportedChain)
    {
        Param = "chain",
        Hint = $"It is one of {string.Join(", ", All.Select(chain => chain.Key))}.",
    };

    public Chain? Find(string key) => All.FirstOrDefault(chain => chain.Key == key);

    // For the chain of a stored top-up or payout, which was checked when the row was created.
    public Chain Get(string key) => All.Single(chain => chain.Key == key);

    private static int Confirmations(IConfiguration configuration, string chain, int standard)
    {
        var key = $"Treasury:Confirmations:{chain}";
        if (configuration[key] is not { } text)
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var blocks) && blocks is > 0 and <= 1_000
            ? blocks
            : throw new RemedyException($"{key} is '{text}'; it is a number of blocks from 1 to 1000.");
    }

    private static Usd Fee(IConfiguration configuration, string chain, Usd standard)
    {
        var key = $"Treasury:NetworkFeeUsd:{chain}";
        if (configuration[key] is not { } text)
        {
            return standard;
        }

        return Usd.TryParse(text, CultureInfo.InvariantCulture, out var fee) && fee >= Usd.Zero && fee <= FeeMost
            ? fee
            : throw new RemedyException($"{key} is '{text}'; it is an amount from 0.00 to {FeeMost}.");
    }
}
