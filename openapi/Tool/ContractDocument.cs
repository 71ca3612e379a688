namespace Cryptocardium.Contract;

/// <summary>The contract for rules and emitters: operations in the order of the yaml, schemas by name.</summary>
internal sealed class ContractDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private const string SchemaPrefix = "#/components/schemas/";

    public ContractDocument(Node root)
    {
        Root = root;
        Operations = [.. from path in Members("paths")
                         from member in path.Value.Members
                         where Methods.Contains(member.Name)
                         select new Operation(this, path.Name, member.Name, member.Key, member.Value, path.Value)];
    }

    public Node Root { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public IReadOnlyList<Node.Member> Schemas => Members("components", "schemas");

    /// <summary>The schemas of request bodies that are not JSON. The edge reads these bodies, and no code is generated for them.</summary>
    public IEnumerable<Node> UploadSchemas =>
        from operation in Operations
        from media in Resolve(operation.Node["requestBody"])?["content"]?.Members ?? []
        where media.Name != "application/json" && media.Value["schema"] is not null
        select media.Value["schema"];

    /// <summary>The catalogue of errors: code → type, status, message, description.</summary>
    public Node? ErrorCatalogue => Root["x-error-catalogue"];

    /// <summary>The node, or the node that its <c>$ref</c> names; null if that does not exist.</summary>
    public Node? Resolve(Node? node)
    {
        for (var hops = 0; node?["$ref"] is { } reference; hops++)
        {
            if (hops > 16 || !reference.Text.StartsWith("#/", StringComparison.Ordinal))
                return null;
            node = Root.At([.. reference.Text[2..].Split('/')]);
        }
        return node;
    }

    /// <summary>The name of the component schema that the node refers to, or null.</summary>
    public static string? SchemaName(Node? node) =>
        node?.TextOf("$ref") is { } reference && reference.StartsWith(SchemaPrefix, StringComparison.Ordinal)
            ? reference[SchemaPrefix.Length..]
            : null;

    private IReadOnlyList<Node.Member> Members(params ReadOnlySpan<string> path) => Root.At(path)?.Members ?? [];
}
