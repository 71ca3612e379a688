namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What a merchant asks for.</summary>
internal sealed record Purchase(Card Card, long Amount, string Mcc, string? Reference, bool IsPartialOk, bool IsCapturedAtOnce);
