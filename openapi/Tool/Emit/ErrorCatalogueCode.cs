namespace Cryptocardium.Contract.Emit;

/// <summary>Kernel's <c>Errors</c>: one field per code of the contract's catalogue, in its order.</summary>
internal static class ErrorCatalogueCode
{
    public static string Of(ContractDocument document)
    {
        var code = Code.File("Cryptocardium.Kernel");
        code.Append("/// <summary>Every error that the API can answer, as the contract lists them.</summary>\n");
        code.Append("public static partial class Errors\n{\n");
        var entries = document.ErrorCatalogue?.Members ?? [];
        foreach (var entry in entries)
        {
            code.Summary($"{entry.Value.TextOf("status")}: {entry.Value.TextOf("description")}", "    ");
            code.Append("    public static readonly ErrorKind ").Append(Names.Pascal(entry.Name)).Append(" = new(")
                .Append(Code.Literal(entry.Name)).Append(", ")
                .Append(Code.Literal(entry.Value.TextOf("type")!)).Append(", ")
                .Append(entry.Value.TextOf("status")).Append(", ")
                .Append(Code.Literal(entry.Value.TextOf("message")!)).Append(");\n\n");
        }

        code.Append("    /// <summary>All of them, in the order of the contract.</summary>\n");
        code.Append("    public static global::System.Collections.Generic.IReadOnlyList<ErrorKind> All { get; } =\n    [\n");
        foreach (var entry in entries)
            code.Append("        ").Append(Names.Pascal(entry.Name)).Append(",\n");
        return code.Append("    ];\n}\n").ToString();
    }
}
