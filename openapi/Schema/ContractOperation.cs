using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>An operation of the contract.</summary>
/// <param name="Id">The operationId, e.g. <c>load_card</c>.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path template, e.g. <c>/v1/cards/{card_id}/load</c>.</param>
/// <param name="Tag">The first tag.</param>
/// <param name="Scope">The scope of <c>x-scope</c>, or null if none is needed.</param>
/// <param name="Parameters">Path, query and header parameters, those of the path item included.</param>
/// <param name="Body">The request body, or null for an operation without one.</param>
/// <param name="Responses">The responses by status as written: <c>200</c>, <c>4XX</c>, <c>default</c>.</param>
/// <param name="Source">The JSON of the operation.</param>
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
    /// <summary>The response for a status: by the status, then its class, then <c>default</c>; null if there is none.</summary>
    public ContractResponse? Response(int status) =>
        Responses.GetValueOrDefault($"{status}")
        ?? Responses.GetValueOrDefault($"{status / 100}XX")
        ?? Responses.GetValueOrDefault("default");
}
