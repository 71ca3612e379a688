namespace Cryptocardium.Cards.Domain;

// The moves of a dispute from one phase to the next.
internal static class DisputeMove
{
    public const string Submit = "submit";
    public const string Reject = "reject";
    public const string Accept = "accept";
    public const string Represent = "represent";
    public const string Escalate = "escalate";
    public const string Concede = "concede";
    public const string Win = "win";
    public const string Lose = "lose";

    /// <summary>The deadline passes; the side whose turn it is loses the turn.</summary>
    public const string Expire = "expire";
}
