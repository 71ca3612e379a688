using Microsoft.AspNetCore.Http.Metadata;

namespace Cryptocardium.Host.Http;

/// <summary>Says which operation of the contract a generated action is; also the operationId of the runtime document.</summary>
/// <param name="id">The operationId.</param>
/// <param name="route">Its path in the contract. The framework's own name for it, in its metrics, has no slash before it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string id, string route) : Attribute, IRouteDiagnosticsMetadata
{
    /// <summary>The operationId.</summary>
    public string Id { get; } = id;

    /// <summary>The path, as traces and metrics show it: <c>/v1/cards/{card_id}</c>.</summary>
    public string Route { get; } = route;
}
