namespace Cryptocardium.Contract.Lint;

/// <summary>CONTRACT0xx: rules for the whole document.</summary>
internal static class DocumentRules
{
    public static IEnumerable<Finding> Check(ContractDocument document)
    {
        if (!document.Root.Says("openapi", "3.0.3"))
            yield return Finding.At(document.Root, "CONTRACT002", "openapi must be 3.0.3; the generator and the gates know no other");

        foreach (var reference in References(document.Root))
        {
            if (document.Resolve(reference) is null)
                yield return Finding.At(reference, "CONTRACT003", $"$ref '{reference.TextOf("$ref")}' does not exist");
        }

        var used = References(document.Root).Select(reference => reference.TextOf("$ref")).ToHashSet();
        foreach (var kind in document.Root["components"]?.Members ?? [])
        {
            if (kind.Name == "securitySchemes")
                continue;
            foreach (var component in kind.Value.Members)
            {
                if (!used.Contains($"#/components/{kind.Name}/{component.Name}"))
                    yield return Finding.At(component.Key, "CONTRACT004", $"component '{component.Name}' is used nowhere");
            }
        }
    }

    private static IEnumerable<Node> References(Node node)
    {
        if (node["$ref"] is not null)
            yield return node;
        foreach (var child in node.Members.Select(member => member.Value).Concat(node.Items))
        {
            foreach (var reference in References(child))
                yield return reference;
        }
    }
}
