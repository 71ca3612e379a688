namespace Cryptocardium.Host.Http;

/// <summary>Says which operation of the contract a generated action is; also the operationId of the runtime document.</summary>
/// <param name="id">The operationId.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string id) : Attribute
{
    /// <summary>The operationId.</summary>
    public string Id { get; } = id;
}
