namespace Cryptocardium.Contract.Emit;

/// <summary>Writes <c>EventTypes</c> and <c>AuditActions</c> of Kernel: a typed field per value of an open enum, in the order of the contract.</summary>
internal static class CatalogueCode
{
    /// <summary>The open enums that become typed values of Kernel instead of string constants of V1, with the names of their classes.</summary>
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

            code.All(component.Name, component.Value["x-extensible-enum"]!.Items.Select(value => value.Text)).Append('\n');
        }

        return code.ToString();
    }
}
