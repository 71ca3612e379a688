namespace Cryptocardium.Contract.Emit;

/// <summary>
/// Constants for the values of each open enum. The properties stay strings: an open enum grows, and a reader of an older
/// version must not break on a value it does not know. ErrorCode, EventType and AuditAction are left out, since Kernel has typed
/// values for them; so are closed enums, which are types in the code (Kernel's Mode).
/// </summary>
internal static class ValuesCode
{
    public static string Of(ContractDocument document)
    {
        var code = Code.File("Cryptocardium.V1");
        foreach (var component in document.Schemas)
        {
            var values = component.Value["x-extensible-enum"];
            if (values is null || component.Name == "ErrorCode" || CatalogueCode.Catalogues.ContainsKey(component.Name))
                continue;
            code.Summary(component.Value.TextOf("description") ?? component.Name, "");
            code.Append("public static class ").Append(component.Name).Append("\n{\n");
            foreach (var value in values.Items)
                code.Append("    public const string ").Append(Member(value.Text)).Append(" = ").Append(Code.Literal(value.Text)).Append(";\n");
            code.Append("}\n\n");
        }
        return code.ToString();
    }

    /// <summary>Sorts write a descending order with a leading <c>-</c>.</summary>
    private static string Member(string value) => value.StartsWith('-') ? Names.Pascal(value) + "Descending" : Names.Pascal(value);
}
