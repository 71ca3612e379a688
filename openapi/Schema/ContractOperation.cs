using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>An operation of the contract.</summary>
/// <param name="Id">The operationId, e.g. <c>load_card</c>.</param>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path template, e.g. <c>/v1/cards/{card_id}/load</c>.</param>
/// <param name="Tag">The first tag.</param>
/// <param name="Scope">The scope of <c>x-scope</c>, or null when none is needed.</param>
/// <param name="Parameters">Path, query and header parameters, those of the path item included.</param>
/// <param name="Body">The request body, or null when the operation takes none.</param>
/// <param name="Responses">The responses by status as written: <c>200</c>, <c>4XX</c>, <c>default</c>.</param>
/// <param name="Source">The operation as the contract has it.</param>
public sealed record ContractOperation(
    string Id,
    string Method,
    string Path,
    string Tag,
    string? Scope,
    IReadOnlyList<ContractParameter> Parameters,
    ContractBody? Body,
    IReadOnlyDictionary<string, ContractResponse> Responses,
    JsonElement Source)
{
    /// <summary>The response for a status: its own, else its class's, else the default, else null.</summary>
    public ContractResponse? Response(int status) =>
        Responses.GetValueOrDefault($"{status}")
        ?? Responses.GetValueOrDefault($"{status / 100}XX")
        ?? Responses.GetValueOrDefault("default");
}
