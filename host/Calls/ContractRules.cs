using System.Collections.Frozen;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Host.Calls;

// The rules of all operations, read from the embedded contract.
internal sealed class ContractRules
{
    private readonly FrozenDictionary<string, OperationRules> rules;

    public ContractRules()
    {
        using var json = typeof(Operations).Assembly.GetManifestResourceStream("v1.json")!;
        var contract = Schema.Contract.Load(json);
        using var nothing = JsonDocument.Parse("""{"type": "object", "additionalProperties": false}""");
        var empty = contract.Schema(nothing.RootElement.Clone());
        rules = Operations.All.ToFrozenDictionary(
            operation => operation.Id,
            operation => new OperationRules(operation, contract.Operation(operation.Id)!, empty));
    }

    public OperationRules Of(OperationInfo operation) => rules[operation.Id];

    /// <returns>The rules of the operation with this id, or null.</returns>
    public OperationRules? Find(string? id) => id is null ? null : rules.GetValueOrDefault(id);
}
