namespace Cryptocardium.Contract.Emit;

/// <summary>
/// Writes constants for the values of each open enum. Properties stay strings, since an open enum grows and an older reader must accept
/// unknown values. ErrorCode, EventType and AuditAction are omitted, since Kernel has typed values for them; closed enums are omitted as
/// well, since they are types in the code (Kernel's Mode).
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

    /// <summary>Names a value; a leading <c>-</c> marks a descending sort.</summary>
    private static string Member(string value) => value.StartsWith('-') ? Names.Pascal(value) + "Descending" : Names.Pascal(value);
}
