using System.Text;
using Cryptocardium.Schema;

namespace Cryptocardium.Contract.Tests.Schema;

/// <summary>Schemas for tests, in the notation of the contract.</summary>
internal static class Sample
{
    /// <summary>The schema as component <c>T</c>; others may be added as further members.</summary>
    public static SchemaNode Schema(string json, string others = "") => Contract(json, others).Schemas["T"];

    public static Cryptocardium.Schema.Contract Contract(string json, string others = "") =>
        Cryptocardium.Schema.Contract.Load(Encoding.UTF8.GetBytes(
            $$"""{"paths": {}, "components": {"schemas": {"T": {{json}} {{others}} } } }"""));

    /// <summary>The violations in the text, one per line: kind, path, keyword.</summary>
    public static string Check(this SchemaNode schema, string json) => schema.Check(Encoding.UTF8.GetBytes(json));

    public static string Check(this SchemaNode schema, byte[] utf8) => Lines(RequestBody.Check(utf8, schema));

    public static string Lines(IEnumerable<Violation> violations) =>
        string.Join("; ", violations.Select(violation => string.Join(' ', Words(violation).Where(word => word.Length > 0))));

    private static string[] Words(Violation violation) =>
        [violation.Kind.ToString(), violation.Path, violation.Keyword, violation.Business ? "(business)" : ""];
}
