namespace Cryptocardium.Cards.Domain;

// The reasons of cancellations that the code depends on, as stored and as in the API; the contract lists all.
internal static class CancelReasons
{
    public const string Lost = "lost";
    public const string Stolen = "stolen";
    public const string Expired = "expired";
    public const string AutoCancelled = "auto_cancelled";
}
