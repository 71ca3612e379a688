namespace Cryptocardium.Cards.Domain;

// The messages that make up a purchase. The API shows a transaction's status; the step is the message behind it.
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
