namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>The chains, and how many blocks on top make a transfer final.</summary>
internal static class Chains
{
    /// <summary>An address of ethereum and bsc that the operator's list of a run names.</summary>
    public const string Denied = "0x52908400098527886E0F7030069857D2E4169EE7";

    public static readonly IReadOnlyList<string> All = ["bsc", "ethereum", "tron"];

    public static int Confirmations(string chain) => chain switch
    {
        "tron" => 19,
        "ethereum" => 12,
        _ => 15,
    };

    /// <summary>What a withdrawal is charged; the host of a run is told to charge this. Ethereum's is above the smallest withdrawal.</summary>
    public static long NetworkFee(string chain) => chain switch
    {
        "tron" => Money.Dollar,
        "ethereum" => 1_234 * Money.Cent,
        _ => 150 * Money.Cent,
    };

    /// <summary>What a transfer burns in the chain's own coin, in micro-dollars.</summary>
    public static long Gas(string chain) => chain switch
    {
        "tron" => 413_700,
        "ethereum" => 2_951_300,
        _ => 182_500,
    };
}
