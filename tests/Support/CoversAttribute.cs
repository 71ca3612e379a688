namespace Cryptocardium.Tests;

/// <summary>
/// Names operations of v1.yaml that a test class covers beside the one in its own name. The architecture tests check that the class
/// calls each of them.
/// </summary>
/// <param name="operations">operationIds, for example <c>get_card</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CoversAttribute(params string[] operations) : Attribute
{
    /// <summary>The operationIds.</summary>
    public IReadOnlyList<string> Operations => operations;
}
