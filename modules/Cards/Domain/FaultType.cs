namespace Cryptocardium.Cards.Domain;

// The types of faults, as stored and as in the API.
internal static class FaultType
{
    public const string Outage = "issuer_outage";
    public const string Latency = "issuer_latency";
}
