namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>The chains, and how many blocks on top make a transfer final.</summary>
internal static class Chains
{
    public static readonly IReadOnlyList<string> All = ["bsc", "ethereum", "tron"];

    public static int Confirmations(string chain) => chain switch
    {
        "tron" => 19,
        "ethereum" => 12,
        _ => 15,
    };
}
