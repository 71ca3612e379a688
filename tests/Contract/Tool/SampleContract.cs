using Cryptocardium.Contract.Lint;

namespace Cryptocardium.Contract.Tests.Tool;

/// <summary>A small contract that keeps every rule. A test breaks one rule and expects the finding.</summary>
internal static class SampleContract
{
    public const string Yaml = """
        openapi: 3.0.3
        info: { title: Sample, version: 1.0.0 }
        tags: [{ name: Cards }]
        x-error-catalogue:
          invalid_cursor: { status: 400, type: invalid_request_error, message: 'The "cursor" is bad.', description: Of another list. }
        paths:
          /v1/cards:
            get:
              operationId: listCards
              summary: List cards
              description: Newest first.
              tags: [Cards]
              x-scope: read
              security: [{ bearer: [] }]
              x-error-codes: { '400': [invalid_cursor] }
              parameters:
                - { name: amount_min, in: query, description: At least., schema: { type: number, x-usd: true, minimum: 0 } }
                - { name: event, in: query, description: What., schema: { type: string } }
                - { name: cursor, in: query, description: The next page., schema: { type: string } }
              responses:
                '200': { description: A page., content: { application/json: { schema: { $ref: '#/components/schemas/CardList' }, example: { data: [] } } } }
                '400': { description: Bad., content: { application/json: { schema: { $ref: '#/components/schemas/ApiError' }, example: { code: invalid_cursor } } } }
          /v1/cards/{card_id}/load:
            post:
              operationId: loadCard
              summary: Load a card
              description: Moves money.
              tags: [Cards]
              x-scope: cards:write
              x-hints: [destructive, open_world]
              x-mcp-scope: cards:load
              x-idempotency: true
              security: [{ bearer: [] }]
              x-error-codes: {}
              parameters:
                - { name: card_id, in: path, required: true, description: The card., schema: { $ref: '#/components/schemas/CardId' } }
                - { name: Idempotency-Key, in: header, description: A key., schema: { type: string, maxLength: 255 } }
              requestBody:
                content: { application/json: { schema: { $ref: '#/components/schemas/LoadCardRequest' }, example: { amount_usd: 1.10 } } }
              responses:
                '201': { description: Loaded., content: { application/json: { schema: { $ref: '#/components/schemas/Card' }, example: { id: card_1 } } } }
          /v1/cards/{card_id}/photo:
            post:
              operationId: addPhoto
              summary: Add a photo
              description: Uploads.
              tags: [Cards]
              x-scope: cards:write
              security: [{ bearer: [] }]
              x-error-codes: {}
              parameters:
                - { name: card_id, in: path, required: true, description: The card., schema: { $ref: '#/components/schemas/CardId' } }
              requestBody:
                content:
                  multipart/form-data:
                    schema: { type: object, additionalProperties: false, required: [file], properties: { file: { type: string, format: binary, description: The photo. } } }
              responses:
                '200': { description: The photo., content: { image/png: { schema: { type: string, format: binary } } } }
        components:
          schemas:
            CardId: { type: string, description: An id., pattern: '^card_[a-z0-9]+$' }
            CardStatus: { type: string, description: A status., x-extensible-enum: [active, 3ds_frozen, -closed] }
            ErrorCode: { type: string, description: A code., x-extensible-enum: [invalid_cursor] }
            ApiError:
              type: object
              description: An error.
              required: [code]
              properties: { code: { $ref: '#/components/schemas/ErrorCode' } }
            LoadCardRequest:
              type: object
              description: A load.
              additionalProperties: false
              required: [amount_usd]
              properties: { amount_usd: { type: number, x-usd: true, minimum: 0.01, description: How much. } }
            CardList:
              type: object
              description: Cards.
              required: [data]
              properties: { data: { type: array, description: Cards., items: { $ref: '#/components/schemas/Card' } } }
            Card:
              type: object
              description: A card.
              required: [id, status, object]
              properties:
                id: { $ref: '#/components/schemas/CardId' }
                object: { type: string, description: Its kind., enum: [card] }
                status: { $ref: '#/components/schemas/CardStatus' }
                balance_usd: { type: number, x-usd: true, description: What can be spent. }
        """;

    public static ContractDocument Document => new(Node.Parse(Yaml));

    /// <summary>The findings after a text of the sample is replaced.</summary>
    public static IReadOnlyList<Finding> FindingsAfter(string text, string replacement)
    {
        Assert.Contains(text, Yaml, StringComparison.Ordinal);
        return Linter.Check(new ContractDocument(Node.Parse(Yaml.Replace(text, replacement, StringComparison.Ordinal))));
    }
}
