namespace Cryptocardium.Contract;

/// <summary>One operation of the contract with its parameters resolved.</summary>
internal sealed class Operation(ContractDocument document, string route, string method, Node key, Node node, Node path)
{
    public Node Key => key;

    public Node Node => node;

    public string Route => route;

    /// <summary>In upper case, as HTTP writes it.</summary>
    public string Method => method.ToUpperInvariant();

    public string Id => node.TextOf("operationId") ?? "";

    public string Tag => node["tags"]?.Items is [var tag, ..] ? tag.Text : "";

    public string Scope => node.TextOf("x-scope") ?? "";

    /// <summary>The scope that a grant needs to use it as an MCP tool; null for an operation that is no tool.</summary>
    public string? McpScope => node.TextOf("x-mcp-scope") ?? (Scope is "session" or "panel" || node.Says("x-mcp-tool", "false") ? null : Scope);

    /// <summary>Changes nothing and leaves no audit entry.</summary>
    public bool IsReadOnly => Method == "GET" && !node.Says("x-audited", "true") || HasHint("read_only");

    /// <summary>Whether <c>x-hints</c> lists this.</summary>
    public bool HasHint(string hint) => node["x-hints"]?.Items.Any(item => item.Text == hint) ?? false;

    /// <summary>Those of the path and of the operation, without the ones that do not resolve.</summary>
    public IEnumerable<Node> Parameters =>
        (path["parameters"]?.Items ?? []).Concat(node["parameters"]?.Items ?? []).Select(document.Resolve).OfType<Node>();

    public bool TakesIdempotencyKey =>
        Parameters.Any(parameter => parameter.Says("in", "header") && parameter.Says("name", "Idempotency-Key"));

    public IReadOnlyList<Node.Member> Responses => node["responses"]?.Members ?? [];

    /// <summary>The statuses 2xx, of which a linted contract has exactly one per operation.</summary>
    public IEnumerable<int> SuccessStatuses =>
        Responses.Select(response => int.TryParse(response.Name, out var status) ? status : 0).Where(status => status is >= 200 and < 300);

    /// <summary>The catalogue's codes that it can answer, by status.</summary>
    public IReadOnlyList<Node.Member> ErrorCodes => node["x-error-codes"]?.Members ?? [];
}
