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
            operation => operation.Name,
            operation => new OperationRules(operation, contract.Operation(operation.Id)!, empty));
    }

    public OperationRules Of(OperationInfo operation) => rules[operation.Name];

    /// <returns>The rules of the operation with this snake_case name, or null.</returns>
    public OperationRules? Find(string? name) => name is null ? null : rules.GetValueOrDefault(name);
}
