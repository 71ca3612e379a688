namespace Cryptocardium.Contract.Emit;

/// <summary>Writes the JSON context of all object components; the generator of System.Text.Json completes it.</summary>
internal static class JsonContextCode
{
    public static string Of(ContractDocument document)
    {
        var code = Code.File("Cryptocardium.V1");
        code.Append("using System.Text.Encodings.Web;\nusing System.Text.Json;\nusing System.Text.Json.Serialization;\nusing Cryptocardium.Kernel;\n\n");
        code.Append("/// <summary>Serializes the objects of the contract: names as in the contract, absent members omitted.</summary>\n");
        code.Append("[JsonSourceGenerationOptions(\n");
        code.Append("    Converters = [typeof(TimestampJson)],\n");
        code.Append("    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,\n");
        code.Append("    RespectNullableAnnotations = true,\n");
        code.Append("    NumberHandling = JsonNumberHandling.Strict)]\n");
        foreach (var component in document.Schemas.Where(component => component.Value["properties"] is not null))
            code.Append("[JsonSerializable(typeof(").Append(component.Name).Append("))]\n");
        code.Append("public sealed partial class V1Json : JsonSerializerContext\n{\n");
        code.Append("    /// <summary>For answers and events: text is escaped no more than JSON requires.</summary>\n");
        code.Append("    public static V1Json Wire => Relaxed.Context;\n\n");
        code.Append("    private static class Relaxed\n    {\n        public static readonly V1Json Context =\n");
        code.Append("            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });\n    }\n");
        return code.Append("}\n").ToString();
    }
}
