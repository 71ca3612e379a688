using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A purchase, from its authorization to its last capture.</summary>
/// <param name="Value">The text, <c>auth_…</c>.</param>
internal readonly record struct AuthorizationId(string Value) : IId<AuthorizationId>
{
    public static string Prefix => "auth";

    public static AuthorizationId From(string value) => new(value);

    public override string ToString() => Value;
}
