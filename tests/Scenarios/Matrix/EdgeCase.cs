using Cryptocardium.Schema;

namespace Cryptocardium.Tests.Scenarios.Matrix;

/// <summary>A request of an operation under one condition.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Condition">The condition, for people.</param>
/// <param name="Request">Builds the request.</param>
/// <param name="Code">The code that must answer; null if any documented answer is right.</param>
internal sealed record EdgeCase(ContractOperation Operation, string Condition, Func<HttpRequestMessage> Request, string? Code = null);
