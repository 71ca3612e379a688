namespace Cryptocardium.Cards.Domain;

// What comparing a security code or an address gave; null stands for what was not compared.
internal static class VerificationResult
{
    public const string Match = "match";
    public const string PartialMatch = "partial_match";
    public const string Mismatch = "mismatch";
    public const string NotProvided = "not_provided";

    /// <summary>What the wire says, as it is stored.</summary>
    public static string? Of(string? input) => input == NotProvided ? null : input;
}
