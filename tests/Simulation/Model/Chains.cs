namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>The chains, with the number of blocks on top that makes a transfer final.</summary>
internal static class Chains
{
    /// <summary>An address of ethereum and bsc on the deny list of a run.</summary>
    public const string Denied = "0x52908400098527886E0F7030069857D2E4169EE7";

    public static readonly IReadOnlyList<string> All = ["bsc", "ethereum", "tron"];

    public static int Confirmations(string chain) => chain switch
    {
        "tron" => 19,
        "ethereum" => 12,
        _ => 15,
    };

    /// <summary>The withdrawal fee, which the host of a run is configured with. Ethereum's is above the smallest withdrawal.</summary>
    public static long NetworkFee(string chain) => chain switch
    {
        "tron" => Money.Dollar,
        "ethereum" => 1_234 * Money.Cent,
        _ => 150 * Money.Cent,
    };

    /// <summary>The gas of a transfer, in micro-dollars.</summary>
    public static long Gas(string chain) => chain switch
    {
        "tron" => 413_700,
        "ethereum" => 2_951_300,
        _ => 182_500,
    };
}
