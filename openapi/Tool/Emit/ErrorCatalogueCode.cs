namespace Cryptocardium.Contract.Emit;

/// <summary>Writes <c>Errors</c> of Kernel: a field per code of the error catalogue, in the order of the contract.</summary>
internal static class ErrorCatalogueCode
{
    public static string Of(ContractDocument document)
    {
        var code = Code.File("Cryptocardium.Kernel");
        code.Append("/// <summary>The errors that the API can answer.</summary>\n");
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

        return code.All("ErrorKind", entries.Select(entry => entry.Name)).ToString();
    }
}
