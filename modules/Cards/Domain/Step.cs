namespace Cryptocardium.Cards.Domain;

// What a transaction is in the life of a purchase. The wire shows its status; this says which message it was.
internal static class Step
{
    public const string Authorization = "authorization";
    public const string Increment = "increment";
    public const string Advice = "advice";
    public const string Reversal = "reversal";
    public const string Expiry = "expiry";
    public const string Capture = "capture";
    public const string ForcedCapture = "forced_capture";
    public const string Refund = "refund";
    public const string RefundReversal = "refund_reversal";
}
