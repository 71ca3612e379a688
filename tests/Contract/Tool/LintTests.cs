using Cryptocardium.Contract.Lint;

namespace Cryptocardium.Contract.Tests.Tool;

public sealed class LintTests
{
    [Fact]
    public void The_sample_keeps_every_rule() => Assert.Empty(Linter.Check(SampleContract.Document));

    [Fact]
    public void The_contract_keeps_every_rule() =>
        Assert.Empty(Linter.Check(new ContractDocument(Node.Parse(File.ReadAllText(Repository.Contract)))));

    [Theory]
    [InlineData("CONTRACT002", "openapi: 3.0.3", "openapi: 3.1.0")]
    [InlineData("CONTRACT003", "items: { $ref: '#/components/schemas/Card' }", "items: { $ref: '#/components/schemas/Crad' }")]
    [InlineData("CONTRACT004", "schemas:\n    CardId", "schemas:\n    Spare: { type: string }\n    CardId")]
    [InlineData("CONTRACT101", "summary: List cards", "x-summary: List cards")]
    [InlineData("CONTRACT101", "x-scope: read", "x-other: read")]
    [InlineData("CONTRACT101", "description: Newest first.", "x-other: Newest first.")]
    [InlineData("CONTRACT102", "operationId: listCards", "operationId: list_cards")]
    [InlineData("CONTRACT103", "operationId: loadCard", "operationId: listCards")]
    [InlineData("CONTRACT104", "tags: [Cards]", "tags: [Cards, Cards]")]
    [InlineData("CONTRACT105", "tags: [{ name: Cards }]", "tags: [{ name: Other }]")]
    [InlineData("CONTRACT106", "'201': { description: Loaded.", "'202': { description: Later. }\n        '201': { description: Loaded.")]
    [InlineData("CONTRACT107", "{card_id}/load", "{card_id}/{part}")]
    [InlineData("CONTRACT108", "in: path, required: true", "in: path, required: false")]
    [InlineData("CONTRACT109", "in: query, description: At least.", "in: query")]
    [InlineData("CONTRACT110", "schema: { $ref: '#/components/schemas/CardList' }", "schema: { type: array, items: { $ref: '#/components/schemas/CardList' } }")]
    [InlineData("CONTRACT111", ", example: { id: card_1 }", "")]
    [InlineData("CONTRACT112", "x-idempotency: true", "x-other: true")]
    [InlineData("CONTRACT112", "x-idempotency: true", "x-idempotency: ignored")]
    [InlineData("CONTRACT112", "name: Idempotency-Key", "name: Other-Key")]
    [InlineData("CONTRACT113", "schema: { type: object, additionalProperties: false", "schema: { $ref: '#/components/schemas/CardId'")]
    [InlineData("CONTRACT114", "name: event, in: query", "name: amount_min, in: header")]
    [InlineData("CONTRACT201", "LoadCardRequest", "load_card_request")]
    [InlineData("CONTRACT202", "status: { $ref: '#/components/schemas/CardStatus' }", "status: { type: object, description: Inline. }")]
    [InlineData("CONTRACT203", "items: { $ref: '#/components/schemas/Card' }", "items: { oneOf: [{ $ref: '#/components/schemas/Card' }] }")]
    [InlineData("CONTRACT204", "minimum: 0.01", "multipleOf: 0.01")]
    [InlineData("CONTRACT205", ", items: { $ref: '#/components/schemas/Card' }", "")]
    [InlineData("CONTRACT206", "x-usd: true, description: What can be spent.", "description: Inline., x-extensible-enum: [a]")]
    [InlineData("CONTRACT207", "[active, 3ds_frozen, -closed]", "[active, active]")]
    [InlineData("CONTRACT208", "x-extensible-enum: [active", "enum: [active")]
    [InlineData("CONTRACT209", "x-usd: true, description: What can be spent.", "description: What can be spent.")]
    [InlineData("CONTRACT210", "balance_usd:", "balanceUsd:")]
    [InlineData("CONTRACT211", "x-usd: true, description: What can be spent.", "x-usd: true")]
    [InlineData("CONTRACT212", "required: [data]", "required: [date]")]
    [InlineData("CONTRACT301", "additionalProperties: false", "x-other: false")]
    [InlineData("CONTRACT302", "description: A card.", "description: A card.\n      additionalProperties: false")]
    [InlineData("CONTRACT303", "description: What can be spent.", "description: What can be spent., minimum: 0")]
    [InlineData("CONTRACT304", "description: Its kind.", "description: Its kind., pattern: '^card$'")]
    [InlineData("CONTRACT305", "description: What can be spent.", "description: What can be spent., nullable: true")]
    [InlineData("CONTRACT401", "x-error-catalogue:", "x-others:")]
    [InlineData("CONTRACT402", ", description: Of another list.", "")]
    [InlineData("CONTRACT403", "invalid_cursor", "invalidCursor")]
    [InlineData("CONTRACT404", "status: 400", "status: 200")]
    [InlineData("CONTRACT405", "x-extensible-enum: [invalid_cursor]", "x-extensible-enum: [other]")]
    [InlineData("CONTRACT406", "x-error-codes: {}", "x-error-codes: { '400': [invalid_cursor] }")]
    [InlineData("CONTRACT407", "'400': [invalid_cursor]", "'400': [unknown]")]
    [InlineData("CONTRACT408", "status: 400", "status: 409")]
    [InlineData("CONTRACT409", "x-error-codes: { '400': [invalid_cursor] }", "x-error-codes: {}")]
    public void A_broken_rule_is_found(string rule, string text, string replacement) =>
        Assert.Contains(SampleContract.FindingsAfter(text, replacement), finding => finding.Rule == rule);

    [Fact]
    public void A_finding_points_at_its_line_in_the_form_that_the_build_shows()
    {
        var finding = Assert.Single(SampleContract.FindingsAfter("operationId: listCards", "operationId: ListCards"));

        Assert.Equal("v1.yaml(8,5): error CONTRACT102: operationId 'ListCards' must be camelCase, such as issueCard", finding.InMsBuildFormat("v1.yaml"));
    }

    [Fact]
    public void A_document_that_is_no_yaml_is_one_finding_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var yaml = folder.Write("v1.yaml", "openapi: [");
        var console = new StringWriter();

        var exit = PrepareCommand.Run(yaml, folder.Directory("out"), console);

        Assert.Equal(1, exit);
        Assert.Contains("error CONTRACT001", console.ToString(), StringComparison.Ordinal);
        Assert.False(folder.Directory("out").Exists);
    }
}
