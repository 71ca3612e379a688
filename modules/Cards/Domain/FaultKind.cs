namespace Cryptocardium.Cards.Domain;

// What can be wrong with the simulated issuer, as stored and as on the wire.
internal static class FaultKind
{
    public const string Outage = "issuer_outage";
    public const string Latency = "issuer_latency";
}
