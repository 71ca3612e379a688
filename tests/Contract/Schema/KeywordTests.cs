using System.Text.Json;
using Cryptocardium.Schema;

namespace Cryptocardium.Contract.Tests.Schema;

public sealed class KeywordTests
{
    [Theory]
    [InlineData("""{"type": "object"}""", "{}", "")]
    [InlineData("""{"type": "object"}""", "[]", "WrongType type")]
    [InlineData("""{"type": "array"}""", "[1, \"a\", null]", "")]
    [InlineData("""{"type": "array"}""", "{}", "WrongType type")]
    [InlineData("""{"type": "string"}""", "\"\"", "")]
    [InlineData("""{"type": "string"}""", "1", "WrongType type")]
    [InlineData("""{"type": "boolean"}""", "true", "")]
    [InlineData("""{"type": "boolean"}""", "\"true\"", "WrongType type")]
    [InlineData("""{"type": "number"}""", "-1.5e3", "")]
    [InlineData("""{"type": "number"}""", "true", "WrongType type")]
    [InlineData("""{"type": "number"}""", "1e400", "NumberForm type")]
    [InlineData("""{"type": "integer"}""", "7", "")]
    [InlineData("""{"type": "integer"}""", "7.0", "WrongType type")]
    [InlineData("""{"type": "integer"}""", "7e1", "WrongType type")]
    [InlineData("""{"type": "integer"}""", "2147483648", "OutOfRange maximum")]
    [InlineData("""{"type": "integer", "format": "int64"}""", "2147483648", "")]
    [InlineData("""{"type": "integer", "format": "int64"}""", "9223372036854775808", "OutOfRange maximum")]
    [InlineData("""{}""", "[null, {\"a\": 1}]", "")]
    [InlineData("""{"type": "string"}""", "null", "Null nullable")]
    [InlineData("""{"type": "string", "nullable": true}""", "null", "")]
    [InlineData("""{"nullable": true, "allOf": [{"type": "string"}]}""", "null", "")]
    [InlineData("""{"allOf": [{"type": "string"}]}""", "null", "Null nullable")]
    [InlineData("""{"type": "string", "enum": ["a", "b"]}""", "\"b\"", "")]
    [InlineData("""{"type": "string", "enum": ["a", "b"]}""", "\"\\u0062\"", "")]
    [InlineData("""{"type": "string", "enum": ["a", "b"]}""", "\"c\"", "NotInEnum enum")]
    [InlineData("""{"type": "number", "enum": [1, 2]}""", "2.00", "")]
    [InlineData("""{"type": "number", "enum": [1, 2]}""", "3", "NotInEnum enum")]
    [InlineData("""{"type": "boolean", "enum": [true]}""", "false", "NotInEnum enum")]
    [InlineData("""{"type": "string", "x-extensible-enum": ["a"]}""", "\"new\"", "")]
    public void Types_and_values(string schema, string json, string expected) => Assert.Equal(expected, Sample.Schema(schema).Check(json));

    [Theory]
    [InlineData("""{"type": "string", "minLength": 2}""", "\"é\"", "Length minLength")]
    [InlineData("""{"type": "string", "minLength": 2}""", "\"😀\"", "Length minLength")]
    [InlineData("""{"type": "string", "maxLength": 1}""", "\"😀\"", "")]
    [InlineData("""{"type": "string", "maxLength": 1}""", "\"\\ud83d\\ude00\"", "")]
    [InlineData("""{"type": "string", "maxLength": 1}""", "\"ab\"", "Length maxLength")]
    [InlineData("""{"type": "string", "pattern": "^\\d{4}$"}""", "\"5411\"", "")]
    [InlineData("""{"type": "string", "pattern": "^\\d{4}$"}""", "\"5411\\n\"", "Characters pattern")]
    [InlineData("""{"type": "string", "pattern": "^\\d{4}$"}""", "\"٥٤١١\"", "Pattern pattern")]
    [InlineData("""{"type": "string", "pattern": "^[\\w$.]+$"}""", "\"a_$.9\"", "")]
    [InlineData("""{"type": "string", "pattern": "b"}""", "\"abc\"", "")]
    [InlineData("""{"type": "string", "pattern": "^.$"}""", "\"\\r\"", "Characters pattern")]
    [InlineData("""{"type": "string", "pattern": "^(a+)+$"}""", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"", "Pattern pattern")]
    [InlineData("""{"type": "string", "pattern": "^((a+)+c|a+!)$"}""", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"", "")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "\"2026-02-28T23:59:59Z\"", "")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "\"2026-02-28T23:59:59.5+02:00\"", "")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "\"2026-02-30T00:00:00Z\"", "Format format")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "\"2026-02-28T00:00:00\"", "Format format")]
    [InlineData("""{"type": "string", "format": "date"}""", "\"2026-02-29\"", "Format format")]
    [InlineData("""{"type": "string", "format": "email"}""", "\"nobody\"", "")]
    public void Strings(string schema, string json, string expected) => Assert.Equal(expected, Sample.Schema(schema).Check(json));

    [Theory]
    [InlineData("""{"type": "number", "minimum": 0.1}""", "0.1", "")]
    [InlineData("""{"type": "number", "minimum": 0.1}""", "0.09999999999999999999", "OutOfRange minimum")]
    [InlineData("""{"type": "number", "minimum": 0, "exclusiveMinimum": true}""", "0", "OutOfRange exclusiveMinimum")]
    [InlineData("""{"type": "integer", "maximum": 100}""", "101", "OutOfRange maximum")]
    [InlineData("""{"type": "number", "maximum": 1, "exclusiveMaximum": true}""", "1.0", "OutOfRange exclusiveMaximum")]
    [InlineData("""{"type": "number", "minimum": 100, "maximum": 1}""", "50", "OutOfRange minimum")]
    public void Ranges(string schema, string json, string expected) => Assert.Equal(expected, Sample.Schema(schema).Check(json));

    [Theory]
    [InlineData("""{"type": "array", "minItems": 1}""", "[]", "Items minItems")]
    [InlineData("""{"type": "array", "maxItems": 1}""", "[1, 2]", "Items maxItems")]
    [InlineData("""{"type": "array", "uniqueItems": true}""", "[1, \"1\", 2]", "")]
    [InlineData("""{"type": "array", "uniqueItems": true}""", "[1, 1.0]", "Items uniqueItems")]
    [InlineData("""{"type": "array", "uniqueItems": true}""", """[{"a": 1, "b": [2]}, {"b": [2], "a": 1}]""", "Items uniqueItems")]
    [InlineData("""{"type": "array", "items": {"type": "string"}}""", "[\"a\", 1, null]", "WrongType [1] type; Null [2] nullable")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "array", "items": {"$ref": "#/components/schemas/T"}}}}""",
        """{"a": [{"a": []}, {"a": [7]}]}""", "WrongType a[1].a[0] type")]
    [InlineData("""{"type": "object", "minProperties": 1}""", "{}", "Members minProperties")]
    [InlineData("""{"type": "object", "maxProperties": 1}""", """{"a": 1, "b": 2}""", "Members maxProperties")]
    [InlineData("""{"type": "object", "required": ["a"]}""", "{}", "Missing a required")]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "string"}}""", """{"a": "1", "b.c": 2}""", "WrongType b.c type")]
    [InlineData("""{"type": "object", "additionalProperties": false}""", """{"a": 1}""", "Unknown a additionalProperties")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "object", "required": ["b"]}}}""", """{"\u0061": {}}""", "Missing a.b required")]
    public void Containers(string schema, string json, string expected) => Assert.Equal(expected, Sample.Schema(schema).Check(json));

    [Theory]
    [InlineData("""{"allOf": [{"type": "string"}, {"maxLength": 1}]}""", "\"ab\"", "Length maxLength")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "integer"}]}""", "1", "")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "integer"}]}""", "true", "NoMatch anyOf")]
    [InlineData("""{"oneOf": [{"type": "number"}, {"type": "integer"}]}""", "1.5", "")]
    [InlineData("""{"oneOf": [{"type": "number"}, {"type": "integer"}]}""", "1", "NoMatch oneOf")]
    [InlineData("""{"not": {"type": "string"}}""", "\"\"", "NoMatch not")]
    [InlineData("""{"not": {"not": {"type": "string"}}}""", "\"\"", "")]
    [InlineData("""{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}""", """{"b": 1}""", "")]
    [InlineData("""{"anyOf": [{"oneOf": [{"type": "string"}]}, {"type": "integer"}]}""", "2", "")]
    public void Combinations(string schema, string json, string expected) => Assert.Equal(expected, Sample.Schema(schema).Check(json));

    [Theory]
    [InlineData("""{"kind": "a", "size": 1}""", "")]
    [InlineData("""{"size": "x", "kind": "a"}""", "WrongType size type")]
    [InlineData("""{"kind": "c"}""", "NotInEnum kind discriminator")]
    [InlineData("""{"kind": 1}""", "NotInEnum kind discriminator")]
    [InlineData("""{"size": 1}""", "Missing kind discriminator")]
    public void A_discriminator_picks_the_schema(string json, string expected)
    {
        var schema = Sample.Schema(
            """
            {"oneOf": [{"$ref": "#/components/schemas/A"}],
             "discriminator": {"propertyName": "kind", "mapping": {"a": "#/components/schemas/A"}}}
            """,
            """, "A": {"type": "object", "properties": {"kind": {"type": "string"}, "size": {"type": "integer"}}}""");

        Assert.Equal(expected, schema.Check(json));
    }

    [Fact]
    public void Parsed_json_is_judged_as_its_text_is()
    {
        using var document = JsonDocument.Parse("""{"data": {"a": [1, "x"]}}""");
        var violations = new List<Violation>();

        SchemaValidator.ValidateJson(
            document.RootElement.GetProperty("data"),
            Sample.Schema("""{"type": "object", "properties": {"a": {"type": "array", "items": {"type": "integer"}}}}"""),
            violations);

        Assert.Equal("WrongType a[1] type", Sample.Lines(violations));
        Assert.Equal("a[1] must be of type integer.", violations[0].Message);
    }
}
