namespace Cryptocardium.Cards.Domain;

// The kinds of faults, as stored and as in the API.
internal static class FaultKind
{
    public const string Outage = "issuer_outage";
    public const string Latency = "issuer_latency";
}
