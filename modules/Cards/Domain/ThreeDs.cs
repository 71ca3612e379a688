namespace Cryptocardium.Cards.Domain;

// The results of 3-D Secure; null stands for not attempted.
internal static class ThreeDs
{
    public const string Authenticated = "authenticated";
    public const string Attempted = "attempted";
    public const string Failed = "failed";

    /// <summary>The network's electronic commerce indicator.</summary>
    public static string Eci(string result, Bin bin) => (result, bin.IsMastercard) switch
    {
        (Authenticated, false) => "05",
        (Authenticated, true) => "02",
        (Attempted, false) => "06",
        (Attempted, true) => "01",
        (_, false) => "07",
        (_, true) => "00",
    };

    /// <summary>Whether the issuer is liable for fraud, since the holder was authenticated.</summary>
    public static bool ShiftsLiability(string? result) => result == Authenticated;
}
