namespace Cryptocardium.Kernel;

/// <summary>How one rail serves one mode.</summary>
/// <param name="Rail">What it is for: <c>card_issuer</c>, <c>chain</c>.</param>
/// <param name="Mode">The mode it serves.</param>
/// <param name="Status"><c>operational</c>, <c>degraded</c> or <c>outage</c>.</param>
/// <param name="Adapter">The adapter's name.</param>
/// <param name="Simulated">Whether it only plays its part.</param>
public sealed record RailStatus(string Rail, Mode Mode, string Status, string Adapter, bool Simulated);
