using Microsoft.AspNetCore.Http.Metadata;

namespace Cryptocardium.Host.Http;

/// <summary>Names the operation that a generated action declares.</summary>
/// <param name="name">The operation, <c>issue_card</c>.</param>
/// <param name="route">The path in the contract. The framework's own route text in metrics has no leading slash.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string name, string route) : Attribute, IRouteDiagnosticsMetadata
{
    /// <summary>The operation, <c>issue_card</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The path for traces and metrics, <c>/v1/cards/{card_id}</c>.</summary>
    public string Route { get; } = route;
}
