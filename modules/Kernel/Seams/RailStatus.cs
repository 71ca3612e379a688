namespace Cryptocardium.Kernel;

/// <summary>The status of one rail in one mode.</summary>
/// <param name="Rail">The rail: <c>card_issuer</c> or <c>chain</c>.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Status"><c>operational</c>, <c>degraded</c> or <c>outage</c>.</param>
/// <param name="Adapter">The adapter's name, for the operator.</param>
/// <param name="Simulated">Whether the adapter is a simulator.</param>
public sealed record RailStatus(string Rail, Mode Mode, string Status, string Adapter, bool Simulated);
