using Cryptocardium.Contract.Emit;

namespace Cryptocardium.Contract;

/// <summary>An operation of the contract, with its parameters resolved.</summary>
internal sealed class Operation(ContractDocument document, string route, string method, Node key, Node node, Node path)
{
    public Node Key => key;

    public Node Node => node;

    public string Route => route;

    /// <summary>The HTTP method, upper case.</summary>
    public string Method => method.ToUpperInvariant();

    /// <summary>The operationId, camelCase: the method in generated clients.</summary>
    public string Id => node.TextOf("operationId") ?? "";

    /// <summary>The operationId in snake_case: the MCP tool, and the name of the operation in request logs, hints and the changelog.</summary>
    public string Name => Names.Snake(Id);

    public string Tag => node["tags"]?.Items is [var tag, ..] ? tag.Text : "";

    public string Scope => node.TextOf("x-scope") ?? "";

    /// <summary>The scope that a grant needs for the MCP tool: <c>x-mcp-scope</c>, or <c>x-scope</c>; null for an operation that is not a tool.</summary>
    public string? McpScope => node.TextOf("x-mcp-scope") ?? (Scope is "session" or "panel" || node.Says("x-mcp-tool", "false") ? null : Scope);

    /// <summary>Whether it changes nothing and leaves no audit entry: a GET that is not audited, or the hint <c>read_only</c>.</summary>
    public bool IsReadOnly => Method == "GET" && !node.Says("x-audited", "true") || HasHint("read_only");

    /// <summary>Whether <c>x-hints</c> lists the hint.</summary>
    public bool HasHint(string hint) => node["x-hints"]?.Items.Any(item => item.Text == hint) ?? false;

    /// <summary>The parameters of path and operation, without those that do not resolve.</summary>
    public IEnumerable<Node> Parameters =>
        (path["parameters"]?.Items ?? []).Concat(node["parameters"]?.Items ?? []).Select(document.Resolve).OfType<Node>();

    public bool DeclaresIdempotencyKey =>
        Parameters.Any(parameter => parameter.Says("in", "header") && parameter.Says("name", "Idempotency-Key"));

    /// <summary>Whether it accepts an Idempotency-Key without storing a reply: a POST that changes nothing is a query.</summary>
    public bool IgnoresIdempotencyKey => node.Says("x-idempotency", "ignored");

    public bool TakesIdempotencyKey => DeclaresIdempotencyKey && !IgnoresIdempotencyKey;

    /// <summary>Whether it commits something: its outcome can be unknown.</summary>
    public bool IsCommand => Method == "GET" ? node.Says("x-audited", "true") : !IgnoresIdempotencyKey;

    public IReadOnlyList<Node.Member> Responses => node["responses"]?.Members ?? [];

    /// <summary>The 2xx statuses; a linted contract has exactly one per operation.</summary>
    public IEnumerable<int> SuccessStatuses =>
        Responses.Select(response => int.TryParse(response.Name, out var status) ? status : 0).Where(status => status is >= 200 and < 300);

    /// <summary>The error codes that it can answer, by status.</summary>
    public IReadOnlyList<Node.Member> ErrorCodes => node["x-error-codes"]?.Members ?? [];
}
