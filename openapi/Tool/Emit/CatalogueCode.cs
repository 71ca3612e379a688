namespace Cryptocardium.Contract.Emit;

/// <summary>Kernel's <c>EventTypes</c> and <c>AuditActions</c>: one typed field per value of an open enum, in the contract's order.</summary>
internal static class CatalogueCode
{
    /// <summary>The open enums that are typed values of Kernel instead of string constants of V1.</summary>
    public static readonly IReadOnlyDictionary<string, string> Catalogues = new Dictionary<string, string>
    {
        ["EventType"] = "EventTypes",
        ["AuditAction"] = "AuditActions",
    };

    public static string Of(ContractDocument document)
    {
        var code = Code.File("Cryptocardium.Kernel");
        foreach (var component in document.Schemas.Where(schema => Catalogues.ContainsKey(schema.Name)))
        {
            code.Summary(component.Value.TextOf("description") ?? component.Name, "");
            code.Append("public static class ").Append(Catalogues[component.Name]).Append("\n{\n");
            foreach (var value in component.Value["x-extensible-enum"]!.Items)
            {
                code.Summary(value.Text, "    ");
                code.Append("    public static readonly ").Append(component.Name).Append(' ').Append(Names.Pascal(value.Text))
                    .Append(" = new(").Append(Code.Literal(value.Text)).Append(");\n\n");
            }

            code.Append("    /// <summary>All of them, in the order of the contract.</summary>\n");
            code.Append("    public static global::System.Collections.Generic.IReadOnlyList<").Append(component.Name).Append("> All { get; } =\n    [\n");
            foreach (var value in component.Value["x-extensible-enum"]!.Items)
                code.Append("        ").Append(Names.Pascal(value.Text)).Append(",\n");
            code.Append("    ];\n}\n\n");
        }

        return code.ToString();
    }
}
