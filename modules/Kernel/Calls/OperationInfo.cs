namespace Cryptocardium.Kernel;

/// <summary>What the contract says of an operation; the table of all is generated.</summary>
/// <param name="Id">The operationId, which is the name of the MCP tool as well.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Route">The path template, <c>/v1/cards/{card_id}</c>.</param>
/// <param name="Scope"><c>public</c>, <c>session</c>, <c>panel</c>, <c>any</c> or an OAuth scope.</param>
/// <param name="SuccessStatus">The status of its success.</param>
/// <param name="TakesIdempotencyKey">Whether an Idempotency-Key counts.</param>
/// <param name="Tag">The module that implements it.</param>
public sealed record OperationInfo(
    string Id, string Method, string Route, string Scope, int SuccessStatus, bool TakesIdempotencyKey, string Tag);
