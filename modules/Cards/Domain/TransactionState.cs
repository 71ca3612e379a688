namespace Cryptocardium.Cards.Domain;

// The effects of a step, as stored and as in the API.
internal static class TransactionState
{
    public const string Authorized = "authorized";
    public const string Captured = "captured";
    public const string Refunded = "refunded";
    public const string Declined = "declined";
    public const string Reversed = "reversed";
}
