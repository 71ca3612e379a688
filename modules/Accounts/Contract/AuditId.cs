using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>An entry of the audit trail.</summary>
/// <param name="Value">The text, <c>audit_…</c>.</param>
public readonly record struct AuditId(string Value) : IId<AuditId>
{
    /// <inheritdoc/>
    public static string Prefix => "audit";

    /// <inheritdoc/>
    public static AuditId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
