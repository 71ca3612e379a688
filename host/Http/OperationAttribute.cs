using Microsoft.AspNetCore.Http.Metadata;

namespace Cryptocardium.Host.Http;

/// <summary>Names the operation that a generated action declares.</summary>
/// <param name="id">The operationId.</param>
/// <param name="route">The path in the contract. The framework's own route text in metrics has no leading slash.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string id, string route) : Attribute, IRouteDiagnosticsMetadata
{
    /// <summary>The operationId.</summary>
    public string Id { get; } = id;

    /// <summary>The path for traces and metrics, <c>/v1/cards/{card_id}</c>.</summary>
    public string Route { get; } = route;
}
