namespace Cryptocardium.Cards.Domain;

// The results of comparing a security code or an address; null stands for not compared.
internal static class VerificationResult
{
    public const string Match = "match";
    public const string PartialMatch = "partial_match";
    public const string Mismatch = "mismatch";
}
