namespace Cryptocardium.Cards.Domain;

// How a dispute stands, as stored and as on the wire.
internal static class DisputeState
{
    public const string Opened = "opened";

    /// <summary>The merchant has answered and fights it.</summary>
    public const string Responded = "responded";

    public const string Won = "won";
    public const string Lost = "lost";
}
