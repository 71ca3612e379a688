namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A purchase request of a merchant.</summary>
internal sealed record Purchase(Card Card, long Amount, string Mcc, string? Reference, bool IsPartialOk, bool IsCapturedAtOnce);
