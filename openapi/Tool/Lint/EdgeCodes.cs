namespace Cryptocardium.Contract.Lint;

/// <summary>
/// The error codes that follow from the form of an operation, before its handler decides anything: its method, its parameters, the schemas
/// of its body, its scope and its Idempotency-Key. Codes that a handler decides are not among them.
/// </summary>
internal sealed class EdgeCodes(ContractDocument document)
{
    private const string Json = "application/json";

    /// <summary>Codes that no handler answers, so that an operation lists them exactly when its form allows them.</summary>
    public static readonly IReadOnlySet<string> OfFormAlone = new HashSet<string>
    {
        "unknown_parameter", "duplicate_parameter", "invalid_utf8", "invalid_cursor", "malformed_json", "missing_body", "unknown_field",
        "duplicate_field", "malformed_multipart", "invalid_idempotency_key", "conflict_idempotency_key", "idempotency_in_progress",
        "missing_credentials", "invalid_credentials", "session_expired", "insufficient_scope", "session_required", "not_acceptable",
        "payload_too_large", "unsupported_media_type", "unsupported_content_encoding", "rate_limited", "headers_too_large",
        "internal_error", "commit_unknown", "overloaded",
    };

    public IReadOnlySet<string> Of(Operation operation)
    {
        var codes = new HashSet<string>
        {
            "unknown_parameter", "invalid_utf8", "not_acceptable", "rate_limited", "headers_too_large", "internal_error", "overloaded",
        };
        codes.UnionWith(OfScope(operation.Scope));
        if (operation.TakesIdempotencyKey)
            codes.UnionWith(["invalid_idempotency_key", "conflict_idempotency_key", "idempotency_in_progress"]);
        if (operation.IsCommand)
            codes.Add("commit_unknown");
        if (operation.Parameters.Any(parameter => parameter.Says("in", "path")))
            codes.Add("resource_not_found");
        // The query of a list may repeat a path value, but not contradict it.
        if (codes.Contains("resource_not_found") && operation.Parameters.Any(parameter => parameter.Says("name", "limit")))
            codes.Add("invalid_value");
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Says("in", "query")))
            codes.UnionWith(OfQuery(parameter));
        codes.UnionWith(OfBody(operation));
        return codes;
    }

    private static string[] OfScope(string scope) => scope switch
    {
        "public" => [],
        "any" => ["missing_credentials", "invalid_credentials", "session_expired"],
        "session" => ["missing_credentials", "invalid_credentials", "session_expired", "session_required"],
        _ => ["missing_credentials", "invalid_credentials", "session_expired", "insufficient_scope"],
    };

    private HashSet<string> OfQuery(Node parameter)
    {
        if (parameter.Says("name", "cursor"))
            return ["duplicate_parameter", "invalid_cursor"];
        var schema = document.Resolve(parameter["schema"])!;
        var codes = new HashSet<string> { "duplicate_parameter" };
        if (schema["x-extensible-enum"] is not null)
            codes.Add("invalid_value");
        else
            codes.UnionWith([.. OfValue(schema), "invalid_characters"]);
        return codes;
    }

    private HashSet<string> OfBody(Operation operation)
    {
        if (operation.Method == "GET")
            return [];
        var body = document.Resolve(operation.Node["requestBody"]);
        var codes = new HashSet<string> { "payload_too_large", "unsupported_media_type", "unsupported_content_encoding", "unknown_field" };
        if (body is not null && body["content"]?[Json] is null)
        {
            codes.UnionWith(["malformed_multipart", "missing_required_field", "duplicate_field"]);
            return codes;
        }

        codes.UnionWith(["malformed_json", "invalid_type", "invalid_characters"]);
        if (body is null)
            return codes;
        codes.Add("duplicate_field");
        if (body.Says("required", "true"))
            codes.Add("missing_body");
        foreach (var schema in SchemaWalk.Reached(document, body["content"]![Json]!["schema"]!))
        {
            if (schema["required"] is { Items.Count: > 0 })
                codes.Add("missing_required_field");
            codes.UnionWith(OfValue(schema));
        }
        return codes;
    }

    private static HashSet<string> OfValue(Node schema)
    {
        var codes = new HashSet<string>();
        if (schema.Says("type", "integer") || schema.Says("type", "number"))
            codes.UnionWith(OfNumber(schema));
        // A closed enum is judged before its length and form.
        if (schema["enum"] is not null)
        {
            codes.Add("invalid_value");
            return codes;
        }

        if (schema["minLength"] is not null || schema["minItems"] is not null || schema["minProperties"] is not null)
            codes.Add("value_too_short");
        if (schema["maxLength"] is not null || schema["maxItems"] is not null || schema["maxProperties"] is not null)
            codes.Add("value_too_long");
        if (schema.Says("uniqueItems", "true"))
            codes.Add("invalid_value");
        if (schema.Says("type", "boolean"))
            codes.Add("invalid_type");
        if (schema["format"] is { Text: "date-time" or "date" })
            codes.Add("invalid_format");
        // A pattern that only excludes control characters is broken by nothing else.
        if (schema["pattern"] is { } pattern)
            codes.Add(schema["x-extensible-enum"] is not null ? "invalid_value"
                : pattern.Text.StartsWith(@"^[^\u0000", StringComparison.Ordinal) ? "invalid_characters" : "invalid_format");
        return codes;
    }

    private static HashSet<string> OfNumber(Node schema)
    {
        var codes = new HashSet<string> { "invalid_type", "invalid_number" };
        if (!schema.Says("x-usd", "true"))
        {
            codes.Add("out_of_range");
            return codes;
        }

        codes.UnionWith(["amount_out_of_bounds", "amount_precision"]);
        if (schema["minimum"] is not null)
            codes.Add("amount_too_small");
        return codes;
    }
}
