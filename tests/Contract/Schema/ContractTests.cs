using System.Text;
using Cryptocardium.Schema;

namespace Cryptocardium.Contract.Tests.Schema;

public sealed class ContractTests
{
    private const string Document = """
        {"openapi": "3.0.3", "paths": {"/v1/cards/{card_id}/load": {
          "parameters": [{"$ref": "#/components/parameters/CardId"}, {"name": "x", "in": "query", "schema": {"type": "string"}}],
          "post": {"operationId": "load_card", "tags": ["cards"], "x-scope": "cards:write",
            "parameters": [{"name": "x", "in": "query", "required": true, "schema": {"type": "integer"}}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Load"}}}},
            "responses": {
              "200": {"description": "", "headers": {"RateLimit": {"$ref": "#/components/headers/Limit"}},
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Alias"}}}},
              "4XX": {"description": ""}}}}},
         "components": {
           "parameters": {"CardId": {"name": "card_id", "in": "path", "required": true, "schema": {"type": "string"}}},
           "headers": {"Limit": {"required": true, "schema": {"type": "integer"}}},
           "schemas": {
             "Alias": {"$ref": "#/components/schemas/Load"},
             "Load": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Load"}}}}}}
        """;

    private readonly Cryptocardium.Schema.Contract contract = Cryptocardium.Schema.Contract.Load(Encoding.UTF8.GetBytes(Document));

    [Fact]
    public void An_operation_has_what_the_document_says_of_it()
    {
        var load = contract.Operation("load_card")!;

        Assert.Equal(("POST", "/v1/cards/{card_id}/load", "cards", "cards:write"), (load.Method, load.Path, load.Tag, load.Scope));
        Assert.Equal(["card_id in path, True, String", "x in query, True, Integer"],
            load.Parameters.Select(p => $"{p.Name} in {p.In}, {p.Required}, {p.Schema.Type}"));
        Assert.True(load.Body!.Required);
        Assert.Equal(SchemaType.Integer, load.Response(200)!.Headers["ratelimit"].Schema.Type);
        Assert.Empty(load.Response(404)!.Content);
        Assert.Null(load.Response(500));
    }

    [Fact]
    public void References_to_one_component_are_one_node_even_through_an_alias_or_themselves()
    {
        var load = contract.Operation("load_card")!;
        var schema = contract.Schemas["Load"];

        Assert.Same(schema, load.Body!.Content["application/json"]);
        Assert.Same(schema, load.Response(200)!.Content["application/json"]);
        Assert.Same(schema, schema.Properties.Single().Schema);
        Assert.Equal("Load", schema.Name);
    }

    [Theory]
    [InlineData("""{"type": "number", "multipleOf": 0.01}""", "multipleOf")]
    [InlineData("""{"$ref": "#/components/schemas/Nobody"}""", "leads nowhere")]
    [InlineData("""{"$ref": "#/components/schemas/T"}""", "refers to itself")]
    public void A_keyword_outside_the_subset_is_refused_on_load(string schema, string reason) =>
        Assert.Contains(reason, Assert.Throws<ContractException>(() => Sample.Contract(schema)).Message, StringComparison.Ordinal);
}
