namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>A statement of a document and its place.</summary>
/// <param name="Of">The subject, <c>POST /v1/cards body</c>. It is the same in both documents.</param>
/// <param name="Value">The statement.</param>
/// <param name="Pointer">The JSON pointer.</param>
internal sealed record Fact(string Of, string Value, string Pointer);
