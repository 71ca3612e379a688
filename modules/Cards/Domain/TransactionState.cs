namespace Cryptocardium.Cards.Domain;

// What a step did, as stored and as on the wire.
internal static class TransactionState
{
    public const string Authorized = "authorized";
    public const string Captured = "captured";
    public const string Refunded = "refunded";
    public const string Declined = "declined";
    public const string Reversed = "reversed";
}
