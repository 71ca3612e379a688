namespace Cryptocardium.Kernel;

/// <summary>An operation of the contract; the table of all operations is generated.</summary>
/// <param name="Name">The snake_case name on the wire, which is also the name of the MCP tool: <c>issue_card</c>.</param>
/// <param name="Id">The operationId of the contract, camelCase: <c>issueCard</c>.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Route">The path template, <c>/v1/cards/{card_id}</c>.</param>
/// <param name="Scope"><c>public</c>, <c>session</c>, <c>panel</c>, <c>any</c> or an OAuth scope.</param>
/// <param name="SuccessStatus">The HTTP status of a success.</param>
/// <param name="TakesIdempotencyKey">Whether the operation takes an Idempotency-Key.</param>
/// <param name="Tag">The group of the reference documentation, which is a class in generated clients.</param>
public sealed record OperationInfo(
    string Name, string Id, string Method, string Route, string Scope, int SuccessStatus, bool TakesIdempotencyKey, string Tag)
{
    /// <summary>A short title, <c>Load a card</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The description on reference pages.</summary>
    public required string Description { get; init; }

    /// <summary>The scope that a grant needs for the MCP tool; null for an operation that is no tool.</summary>
    public required string? McpScope { get; init; }

    /// <summary>The hints for clients.</summary>
    public required OperationHints Hints { get; init; }
}
