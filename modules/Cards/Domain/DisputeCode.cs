namespace Cryptocardium.Cards.Domain;

// The networks' codes of dispute reasons.
internal static class DisputeCode
{
    public const string Fraud = "fraud";

    public static string Of(string reason, Bin bin) => (reason, bin.IsMastercard) switch
    {
        ("duplicate", false) => "12.6.1",
        ("duplicate", true) => "4834",
        ("not_received", false) => "13.1",
        (Fraud, false) => "10.4",
        (Fraud, true) => "4837",
        ("not_as_described", false) => "13.3",
        ("cancelled_subscription", false) => "13.2",
        ("other", false) => "13.x",
        (_, true) => "4853",
        _ => throw new InvalidOperationException($"Dispute reason {reason} has no network code."),
    };
}
