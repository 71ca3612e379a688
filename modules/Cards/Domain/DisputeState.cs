namespace Cryptocardium.Cards.Domain;

// The states of a dispute, as stored and as in the API.
internal static class DisputeState
{
    public const string Opened = "opened";

    /// <summary>The merchant contests the dispute.</summary>
    public const string Responded = "responded";

    public const string Won = "won";
    public const string Lost = "lost";
}
