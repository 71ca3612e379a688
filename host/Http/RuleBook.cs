using System.Collections.Frozen;
using System.Text.Json;
using Cryptocardium.Schema;
using Cryptocardium.V1;

namespace Cryptocardium.Host.Http;

// The rules of every operation, from the contract that the build embeds.
internal sealed class RuleBook
{
    private readonly FrozenDictionary<string, OperationRules> rules;

    public RuleBook()
    {
        using var json = typeof(Operations).Assembly.GetManifestResourceStream("v1.json")!;
        var contract = Contract.Load(json);
        using var nothing = JsonDocument.Parse("""{"type": "object", "additionalProperties": false}""");
        var empty = contract.Schema(nothing.RootElement.Clone());
        rules = Operations.All.ToFrozenDictionary(
            operation => operation.Id,
            operation => new OperationRules(operation, contract.Operation(operation.Id)!, empty));
    }

    /// <returns>The rules of the operation that the request was routed to; null when it was routed to none.</returns>
    public OperationRules? Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OperationAttribute>() is { } operation ? rules[operation.Id] : null;
}
