namespace Cryptocardium.Contract.Emit;

/// <summary>Writes the table of operations, for code that does not read the contract at run time.</summary>
internal static class OperationsCode
{
    public static string Of(ContractDocument document)
    {
        var code = Code.File("Cryptocardium.V1");
        code.Append("using Cryptocardium.Kernel;\n\n");
        code.Append("/// <summary>Every operation of the contract.</summary>\n");
        code.Append("public static class Operations\n{\n");
        foreach (var operation in document.Operations)
        {
            code.Summary(operation.Node.TextOf("summary")!, "    ");
            code.Append("    public static readonly OperationInfo ").Append(Names.Pascal(operation.Id)).Append(" = new(")
                .Append(Code.Literal(operation.Name)).Append(", ")
                .Append(Code.Literal(operation.Id)).Append(", ")
                .Append(Code.Literal(operation.Method)).Append(", ")
                .Append(Code.Literal(operation.Route)).Append(", ")
                .Append(Code.Literal(operation.Scope)).Append(", ")
                .Append(operation.SuccessStatuses.First()).Append(", ")
                .Append(operation.TakesIdempotencyKey ? "true" : "false").Append(", ")
                .Append(Code.Literal(operation.Tag)).Append(")\n    {\n        Title = ").Append(Code.Literal(operation.Node.TextOf("summary")!))
                .Append(",\n        Description = ").Append(Code.Literal(Code.OneLine(operation.Node.TextOf("description") ?? "")))
                .Append(",\n        McpScope = ").Append(operation.McpScope is { } scope ? Code.Literal(scope) : "null")
                .Append(",\n        Hints = new(").Append(Hints(operation)).Append("),\n    };\n\n");
        }

        return code.All("OperationInfo", document.Operations.Select(operation => operation.Id)).ToString();
    }

    private static string Hints(Operation operation) => string.Join(
        ", ",
        new[] { operation.IsReadOnly, operation.HasHint("destructive"), operation.IsReadOnly || operation.HasHint("idempotent"), operation.HasHint("open_world") }
            .Select(hint => hint ? "true" : "false"));
}
