namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>One thing that a document states, and where.</summary>
/// <param name="Of">What it is about: <c>POST /v1/cards body</c>, the same in both documents.</param>
/// <param name="Value">What is stated.</param>
/// <param name="Pointer">The JSON pointer.</param>
internal sealed record Fact(string Of, string Value, string Pointer);
