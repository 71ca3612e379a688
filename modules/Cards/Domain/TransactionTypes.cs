namespace Cryptocardium.Cards.Domain;

// The messages that make up a purchase, as stored and as in the API.
internal static class TransactionTypes
{
    public const string Authorization = "authorization";
    public const string Increment = "increment";
    public const string Advice = "advice";
    public const string Reversal = "reversal";
    public const string Expiry = "expiry";
    public const string Capture = "capture";
    public const string ForceCapture = "force_capture";
    public const string Refund = "refund";
    public const string RefundReversal = "refund_reversal";
}
